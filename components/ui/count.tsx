'use client'
import { numberFormat } from './formats'
import { useLocale } from './locale'

/** A whole number as the site writes it. */
export function Count({ value }: { value: number }) {
  const { locale } = useLocale()
  return (
    <span className="tabular-nums" suppressHydrationWarning>
      {numberFormat(locale).format(value)}
    </span>
  )
}
