import type { DayBacklog, Lateness } from '../day-schema'

/** Breaks shorter than that do not end a lateness. */
const PAUSE_MINUTES = 5
const MOST_OF_A_QUEUE = 3

/** When a queue was late: from its first late minute to its last, the worst of them, in the order of time. */
export function findLateness({ queue, late, behindSeconds }: DayBacklog): Lateness[] {
  const spans: Lateness[] = []
  late.forEach((orders, minute) => {
    if (orders === 0) return
    const last = spans.at(-1)
    if (last && minute - last.toMinute < PAUSE_MINUTES) {
      last.toMinute = minute + 1
      last.orders = Math.max(last.orders, orders)
    } else spans.push({ queue, fromMinute: minute, toMinute: minute + 1, orders, behindSeconds: 0 })
  })
  for (const span of spans)
    span.behindSeconds = Math.max(0, ...behindSeconds.slice(span.fromMinute, span.toMinute))
  return spans
    .sort((one, other) => other.orders - one.orders || other.behindSeconds - one.behindSeconds)
    .slice(0, MOST_OF_A_QUEUE)
    .sort((one, other) => one.fromMinute - other.fromMinute)
}
