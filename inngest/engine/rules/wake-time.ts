const UNIT_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 }

/** Milliseconds of a duration as the SDK writes it, such as `1d2h30m`; null when it is none. */
export function durationMs(text: string): number | null {
  if (!/^(\d+[wdhms])+$/.test(text)) return null
  return [...text.matchAll(/(\d+)([wdhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0),
    0,
  )
}

/**
 * When a sleep ends: the SDK writes a duration, or an ISO 8601 instant for sleepUntil.
 * @throws Error on anything else, so that a run never sleeps for an unknown time.
 */
export function wakeTime(duration: string, now: Date): Date {
  const ms = durationMs(duration)
  if (ms !== null) return new Date(now.getTime() + ms)
  // The SDK writes a duration of nothing as an empty text.
  if (duration === '') return now
  const instant = new Date(duration)
  if (Number.isNaN(instant.getTime())) throw new Error(`not a duration or an instant: ${duration}`)
  return instant
}
