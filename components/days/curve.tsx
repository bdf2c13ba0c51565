import { memo } from 'react'

type Layer = {
  look: 'bars' | 'area' | 'line'
  /** A class that sets the colour, such as `text-chart`. */
  ink: string
  values: readonly number[]
  /** How many of the chart's minutes one value stands for. */
  stepMinutes: number
}
type Props = { totalMinutes: number; highest: number; layers: readonly Layer[] }

const HEIGHT = 100

/** Values over the day without a word: its row says what they are. Stretched to whatever room there is. */
export const Curve = memo(function Curve({ totalMinutes, highest, layers }: Props) {
  return (
    <svg
      viewBox={`0 0 ${totalMinutes} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block size-full"
      aria-hidden="true"
    >
      {layers.map((layer) => (
        <path
          key={`${layer.look} ${layer.ink}`}
          d={pathOf(layer, highest)}
          className={layer.ink}
          fill={layer.look === 'line' ? 'none' : 'currentColor'}
          stroke={layer.look === 'line' ? 'currentColor' : 'none'}
          strokeWidth={1.5}
          strokeDasharray={layer.look === 'line' ? '3 3' : undefined}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
})

function pathOf({ look, values, stepMinutes }: Layer, highest: number): string {
  const y = (value: number) => (HEIGHT * (1 - Math.min(1, value / Math.max(1, highest)))).toFixed(1)
  if (look === 'bars')
    return values
      .map((value, at) => {
        const [left, right] = [(at + 0.08) * stepMinutes, (at + 0.92) * stepMinutes]
        return value === 0 ? '' : `M${left} ${HEIGHT}V${y(value)}H${right}V${HEIGHT}Z`
      })
      .join('')
  // Steps: a count stands until it changes.
  const steps = values.map((value, at) => `V${y(value)}H${(at + 1) * stepMinutes}`).join('')
  return look === 'area' ? `M0 ${HEIGHT}${steps}V${HEIGHT}Z` : `M0 ${y(values[0] ?? 0)}${steps}`
}
