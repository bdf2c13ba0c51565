/** An order that is not on its way yet. */
export type OpenOrder = {
  orderNumber: string
  priority: number
  /** When it has to be picked. */
  dueAtMs: number
  /** Lines that nobody has picked; none: it waits to be packed. */
  linesLeft: number
}
export type Lateness = 'on-time' | 'at-risk' | 'late'
export type JudgedOrder = OpenOrder & {
  lateness: Lateness
  /** When it will be picked and packed as things go; null where nothing goes. */
  readyAtMs: number | null
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** After the last pick: to its packing station and into its parcel. */
const PACKED_AFTER_MS = 5 * MINUTE_MS
/** An order has to be packed so long after it has to be picked. */
export const PACK_WITHIN_MS = HOUR_MS
/** Where nobody picks, what is due within so much is at risk. */
const NOBODY_MS = 30 * MINUTE_MS

/**
 * Which orders will be late if the hall goes on as it does: they are picked one after another, most urgent first, at
 * `linesPerHour` of all pickers together. Late: its time is over. At risk: it will be.
 * @param linesPerHour null where no rate is known
 */
export function judgeLateness(
  orders: readonly OpenOrder[],
  linesPerHour: number | null,
  nowMs: number,
): JudgedOrder[] {
  const rate = linesPerHour !== null && linesPerHour > 0 ? linesPerHour : null
  let ahead = 0
  return [...orders]
    .sort((one, other) => other.priority - one.priority || one.dueAtMs - other.dueAtMs)
    .map((order) => {
      ahead += order.linesLeft
      const isPicked = order.linesLeft === 0
      const pickedAtMs = isPicked ? nowMs : rate === null ? null : nowMs + (ahead / rate) * HOUR_MS
      const readyAtMs = pickedAtMs === null ? null : pickedAtMs + PACKED_AFTER_MS
      // What is picked has its packing before it; the rest has to be picked in time.
      const limitMs = isPicked ? order.dueAtMs + PACK_WITHIN_MS : order.dueAtMs
      const expectedMs = isPicked ? readyAtMs : pickedAtMs
      const willBeLate = expectedMs === null ? limitMs - nowMs < NOBODY_MS : expectedMs > limitMs
      const lateness = limitMs < nowMs ? 'late' : willBeLate ? 'at-risk' : 'on-time'
      return { ...order, lateness, readyAtMs }
    })
}

/** How many of them are late, at risk and on time. */
export function countLateness(orders: readonly JudgedOrder[]): Record<Lateness, number> {
  const count = (lateness: Lateness) => orders.filter((order) => order.lateness === lateness).length
  return { late: count('late'), 'at-risk': count('at-risk'), 'on-time': count('on-time') }
}
