/** The one look of every chart: quiet axes, no animation, colours from the tokens so that both themes follow. */
export const CHART = {
  heightPx: 168,
  margin: { top: 8, right: 4, bottom: 0, left: 0 },
  series: 'var(--color-chart)',
  seriesSoft: 'var(--color-chart-soft)',
  grid: { stroke: 'var(--color-line)', strokeDasharray: '2 4', vertical: false },
  axis: {
    stroke: 'var(--color-line)',
    tick: { fill: 'var(--color-ink-soft)', fontSize: 12 },
    tickLine: false,
    tickMargin: 6,
  },
  cursor: { fill: 'var(--color-inset)' },
} as const

/** The first curve is drawn through, the second dashed. */
export const DASHES = [undefined, '5 3'] as const
