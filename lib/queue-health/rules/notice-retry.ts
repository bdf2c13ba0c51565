const SECONDS = [2, 5, 15, 30, 60, 120, 300, 600, 1_800, 3_600] as const

/** Milliseconds until a word about an alert is tried again after so many earlier attempts; null when it is given up. */
export function noticeRetryMs(earlierAttempts: number): number | null {
  const seconds = SECONDS[earlierAttempts]
  return seconds === undefined ? null : seconds * 1000
}
