import { numberFormat } from '@/components/ui/formats'

/** What somebody typed as money, in minor units; null when it is none. A comma and a point both part the cents. */
export function readAmount(text: string, currency: string): number | null {
  const digits =
    numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim())
  if (!match) return null
  const [, whole = '', cents = ''] = match
  if (cents.length > digits) return null
  const minor = Number(whole) * 10 ** digits + Number(cents.padEnd(digits, '0') || 0)
  return minor > 0 ? minor : null
}
