/** What hours and days add up, by the names of their columns' members; every figure is made of these. */
export const COUNTS = [
  ...(['ordersIn', 'ordersRefused', 'ordersPicked', 'ordersPacked', 'ordersShipped'] as const),
  ...(['ordersPromised', 'ordersOnTime', 'unitsWanted', 'unitsShipped'] as const),
  ...(['linesPicked', 'unitsPicked', 'pickSeconds', 'picksTold', 'picksWrong'] as const),
  ...(['unitsStowed', 'dockSeconds', 'binsCounted', 'binsAgreed'] as const),
  ...(['walkMetres', 'baselineMetres', 'boxesScanned', 'boxesUnread'] as const),
]
export type Count = (typeof COUNTS)[number]
export type Counts = Record<Count, number>

export const NOTHING = Object.fromEntries(COUNTS.map((count) => [count, 0])) as Counts

/** Several hours or days as one. */
export function addUp(rows: readonly Counts[]): Counts {
  const sum = { ...NOTHING }
  for (const row of rows) for (const count of COUNTS) sum[count] += row[count]
  return sum
}
