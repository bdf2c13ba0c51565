const UNIT_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 }

/**
 * When a sleep ends: the SDK writes a duration such as `1d2h30m`, or an ISO 8601 instant for sleepUntil.
 * @throws Error on anything else, so that a run never sleeps for an unknown time.
 */
export function wakeTime(duration: string, now: Date): Date {
  if (/^(\d+[wdhms])+$/.test(duration)) {
    const parts = duration.matchAll(/(\d+)([wdhms])/g)
    const totalMs = [...parts].reduce(
      (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0),
      0,
    )
    return new Date(now.getTime() + totalMs)
  }
  // The SDK writes a duration of nothing as an empty text.
  if (duration === '') return now
  const instant = new Date(duration)
  if (Number.isNaN(instant.getTime())) throw new Error(`not a duration or an instant: ${duration}`)
  return instant
}
