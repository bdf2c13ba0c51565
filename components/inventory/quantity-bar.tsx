type Props = { onHand: number; held: number; shortfall: number }

/** What part of what lies there is promised already; beside figures that say the same. */
export function QuantityBar({ onHand, held, shortfall }: Props) {
  const heldPercent = onHand > 0 ? (held / onHand) * 100 : 0
  const look =
    shortfall > 0
      ? 'border-failed bg-failed-tint'
      : onHand === 0
        ? 'border-edge border-dashed'
        : 'border-transparent bg-chart'
  return (
    <span aria-hidden="true" className={`block h-2 w-full overflow-hidden rounded-sm border ${look}`}>
      {onHand > 0 ? (
        <span className="block h-full bg-chart-soft" style={{ width: `${heldPercent}%` }} />
      ) : null}
    </span>
  )
}
