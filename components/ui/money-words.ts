import { numberFormat } from './formats'

export type Amount = { amount: number; currency: string }

/** Not every currency has two decimals: the digits come from the currency. */
export function moneyWords({ amount, currency }: Amount, locale: string, round = false): string {
  const format = numberFormat(locale, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  if (!round) return format.format(amount / 10 ** digits)
  const whole = numberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 })
  return whole.format(amount / 10 ** digits)
}
