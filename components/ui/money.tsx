'use client'
import { useLocale } from './locale'
import { type Amount, moneyWords } from './money-words'

/** An amount in minor units as the site writes it; `round` drops the minor units of a large sum. */
export function Money({ amount, currency, round = false }: Amount & { round?: boolean }) {
  const { locale } = useLocale()
  return (
    <span className="tabular-nums" suppressHydrationWarning>
      {moneyWords({ amount, currency }, locale, round)}
    </span>
  )
}
