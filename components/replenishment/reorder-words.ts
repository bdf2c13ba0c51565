import { dateFormat } from '@/components/ui/formats'
import type { ReorderState } from '@/lib/replenishment/reorder-schema'

export const REORDER_STATES: Record<ReorderState, { text: string; none: string; title: string }> = {
  proposed: {
    text: 'To decide',
    title: 'Nothing to order',
    none: 'What is there and on its way lasts until an order of tomorrow would be here. It is looked at again every night.',
  },
  approved: {
    text: 'Approved',
    title: 'Nothing waits to be sent',
    none: 'What you approve waits here until it is sent, and can be taken back until then.',
  },
  sent: {
    text: 'On its way',
    title: 'Nothing is on its way',
    none: 'What was sent stays here until the ledger says that it was received.',
  },
  received: {
    text: 'Received',
    title: 'Nothing was received yet',
    none: 'Orders come here with their last unit.',
  },
  dismissed: {
    text: 'Dismissed',
    title: 'Nothing was dismissed',
    none: 'What you dismiss is proposed again the next night if it is still owed.',
  },
}

/** A day of the calendar, short: Tue 24 Nov. */
export const dayWords = (day: string, locale: string): string =>
  dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(day))

/** The nearest whole packs that are not fewer, at least one. */
export const inPacks = (units: number, packUnits: number): number =>
  Math.max(1, Math.ceil(units / packUnits)) * packUnits
