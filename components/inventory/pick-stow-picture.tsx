const LEVELS = 5
const LEVEL_PX = 14
const RACK_PX = 74
const WALK_PX = 70
const WIDTH = RACK_PX * 2 + WALK_PX

type Props = { aisle: string; side: 'L' | 'R'; level: number }

/** The aisle as one walks into it: shelves left and right, the level to reach for filled. */
export function PickStowPicture({ aisle, side, level }: Props) {
  const levels = Math.max(LEVELS, level)
  const height = levels * LEVEL_PX + 8
  const words = `Aisle ${aisle}, ${side === 'L' ? 'left' : 'right'} side, level ${level} from the floor`
  const shelves = (['L', 'R'] as const).flatMap((one) =>
    Array.from({ length: levels }, (_, n) => ({ one, n: n + 1, isHere: one === side && n + 1 === level })),
  )
  return (
    <figure className="flex flex-col items-center gap-1">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} className="w-full max-w-80" aria-hidden="true">
        {shelves.map(({ one, n, isHere }) => (
          <rect
            key={`${one}${n}`}
            x={one === 'L' ? 1 : RACK_PX + WALK_PX + 1}
            y={height - 4 - n * LEVEL_PX}
            width={RACK_PX - 2}
            height={LEVEL_PX - 3}
            rx="2"
            className={isHere ? 'fill-action' : 'fill-inset stroke-line'}
          />
        ))}
        <path d={`M0 ${height - 2}H${WIDTH}`} className="stroke-edge" strokeWidth="2" />
        <text x={WIDTH / 2} y={height - 12} textAnchor="middle" className="fill-ink-soft font-mono text-sm">
          {aisle}
        </text>
      </svg>
      <figcaption className="text-base text-ink">{words}</figcaption>
    </figure>
  )
}
