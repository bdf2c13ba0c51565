type Props = { values: readonly (number | null)[]; label: string }

const WIDTH = 112
const HEIGHT = 26
const PAD = 2

/** Days in a row as a line, with a gap where nothing is known; the last one is a dot. */
export function Sparkline({ values, label }: Props) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (at: number) => PAD + (at * (WIDTH - 2 * PAD)) / (values.length - 1)
  const y = (value: number) => HEIGHT - PAD - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * PAD)
  const path = values
    .map((value, at) =>
      value === null
        ? ''
        : `${(values[at - 1] ?? null) === null ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')
  const lastAt = values.findLastIndex((value) => value !== null)
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="max-w-full"
    >
      <path d={path} fill="none" stroke="var(--color-chart)" strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx={x(lastAt)} cy={y(values[lastAt] ?? low)} r="2" fill="var(--color-chart)" />
    </svg>
  )
}
