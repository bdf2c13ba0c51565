import { numberFormat } from '@/components/ui/formats'
import type { TemperatureZone } from '@/lib/catalog/schema'
import type { StockState } from '@/lib/inventory/schema'

export const STATE_CHIPS: Record<StockState, string> = {
  out: 'Out of stock',
  low: 'Low',
  short: 'Short',
  all: 'All',
}

export const ZONE_WORDS: Record<TemperatureZone, string> = {
  ambient: 'Ambient',
  chilled: 'Chilled',
  frozen: 'Frozen',
}

/** "+12", "−3": a change says its direction; the minus is as wide as the plus. */
export const signedWords = (quantity: number, locale: string): string =>
  numberFormat(locale, { signDisplay: 'exceptZero' }).format(quantity).replace('-', '−')
