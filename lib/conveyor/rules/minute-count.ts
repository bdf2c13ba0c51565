const SECONDS = 60

/** How often something happened within the last minute, in seconds that are forgotten one by one. */
export type MinuteCount = { bySecond: Int32Array; second: number; sum: number }

export const minuteCount = (): MinuteCount => ({ bySecond: new Int32Array(SECONDS), second: 0, sum: 0 })

/** The sum of the minute that ends now; a clock that went back counts as standing still. */
export function countOf(count: MinuteCount, nowMs: number): number {
  const second = Math.floor(nowMs / 1_000)
  const gone = Math.min(second - count.second, SECONDS)
  for (let at = 1; at <= gone; at++) {
    const place = (count.second + at) % SECONDS
    count.sum -= count.bySecond[place] ?? 0
    count.bySecond[place] = 0
  }
  if (gone > 0) count.second = second
  return count.sum
}

/** It happened once more. */
export function countOne(count: MinuteCount, nowMs: number): void {
  countOf(count, nowMs)
  const place = count.second % SECONDS
  count.bySecond[place] = (count.bySecond[place] ?? 0) + 1
  count.sum++
}
