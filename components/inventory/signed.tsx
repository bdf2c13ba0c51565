'use client'
import { useLocale } from '@/components/ui/locale'
import { signedWords } from './stock-words'

/** A change of a quantity, with its direction. */
export function Signed({ value }: { value: number }) {
  const { locale } = useLocale()
  return (
    <span
      className={`font-medium tabular-nums ${value < 0 ? 'text-failed' : value > 0 ? 'text-done' : 'text-ink-soft'}`}
      suppressHydrationWarning
    >
      {signedWords(value, locale)}
    </span>
  )
}
