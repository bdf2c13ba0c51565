import type { State } from '@/components/ui/state'
import type { CountState, StockCount, StockCountPage } from '@/lib/inventory/schema'

export const COUNT_STATES: Record<CountState, { text: string; state: State }> = {
  open: { text: 'Being counted', state: 'running' },
  counted: { text: 'Waits for approval', state: 'late' },
  approved: { text: 'In the book', state: 'done' },
  rejected: { text: 'Rejected', state: 'stopped' },
  cancelled: { text: 'Cancelled', state: 'stopped' },
}

export const LINE_STATES: Record<StockCountPage['items'][number]['state'], { text: string; state: State }> = {
  counted: { text: 'Counted', state: 'waiting' },
  waiting: { text: 'Waits', state: 'late' },
  owed: { text: 'Being written', state: 'running' },
  recorded: { text: 'In the book', state: 'done' },
  dropped: { text: 'Dropped', state: 'stopped' },
}

/** Who counted or decided, as a person reads it. */
export const whoWords = (by: string | null): string =>
  by === null ? 'nobody' : by.startsWith('key:') ? 'a machine' : by

/** What is counted, in words: "bin A01-01-A1", "Milk 1 l in every bin", "Milk 1 l in bin A01-01-A1". */
export function countWords({ bin, sku, name }: Pick<StockCount, 'bin' | 'sku' | 'name'>): string {
  const item = name ?? sku
  if (item === null) return `Bin ${bin ?? ''}`
  return bin === null ? `${item} in every bin` : `${item} in bin ${bin}`
}
