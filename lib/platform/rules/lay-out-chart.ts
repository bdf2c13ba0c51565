export type Box = { x: number; y: number; width: number; height: number }
type Series = { look: 'bars' | 'line' | 'dark-bars'; values: readonly number[] }
export type Chart = {
  /** One of these for each value that is not zero. */
  bars: (Box & { isDark: boolean })[]
  lines: { x: number; y: number }[][]
  /** Values of the scale from zero up, and where their lines are. */
  ticks: { value: number; y: number }[]
}

const TICKS = 4

/**
 * Where the parts of a chart of counts go within a box: bars side by side from its left edge, lines through the middles.
 * @param places how many bars the box has room for
 */
export function layOutChart(box: Box, places: number, series: readonly Series[]): Chart {
  const highest = series.flatMap(({ values }) => values).reduce((most, value) => Math.max(most, value), 1)
  const step = niceStep(highest / TICKS)
  const top = Math.ceil(highest / step) * step
  const y = (value: number) => box.y + box.height * (1 - value / top)
  const slot = box.width / Math.max(1, places)
  const bars = series.flatMap(({ look, values }) =>
    look === 'line'
      ? []
      : values.flatMap((value, at) => {
          const height = (box.height * value) / top
          const bar = { x: box.x + (at + 0.1) * slot, y: y(value), width: slot * 0.8, height }
          return value > 0 ? [{ ...bar, isDark: look === 'dark-bars' }] : []
        }),
  )
  const lines = series
    .filter(({ look }) => look === 'line')
    .map(({ values }) => values.map((value, at) => ({ x: box.x + (at + 0.5) * slot, y: y(value) })))
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step)
  return { bars, lines, ticks: ticks.map((value) => ({ value, y: y(value) })) }
}

/** 1, 2, 5, 10, 20, 50, …: the first that is not smaller. */
function niceStep(least: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return [1, 2, 5, 10].map((times) => times * size).find((step) => step >= least) ?? 10 * size
}
