const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i

/**
 * A moment in UTC with milliseconds, the fourth decimal rounding half up (CBV 2.0 event hash, rules 8 and 9);
 * undefined when it is none.
 */
export function canonicalTime(text: string): string | undefined {
  const [, seconds, fraction = '', zone] = TIME.exec(text) ?? []
  if (seconds === undefined || zone === undefined) return undefined
  const whole = Date.parse(seconds + zone.toUpperCase())
  if (Number.isNaN(whole)) return undefined
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0')) + (Number(fraction[3] ?? '0') >= 5 ? 1 : 0)
  return new Date(whole + milliseconds).toISOString()
}
