import type { State } from '@/components/ui/state'
import type { DeliveryState, Webhook } from '@/lib/downstream/schema'

type Standing = { text: string; state: State }

/** How a webhook does, in a word. */
export function standingOf({
  state,
  disabledFor,
  failingSince,
  throttledUntil,
  lastSuccessAt,
}: Webhook): Standing {
  if (state === 'paused') return { text: 'Paused', state: 'stopped' }
  if (state === 'disabled')
    return { text: disabledFor === 'gone' ? 'Gone (410)' : 'Given up', state: 'failed' }
  if (failingSince !== null) return { text: 'Failing', state: 'late' }
  if (throttledUntil !== null) return { text: 'Asked to wait', state: 'retrying' }
  return lastSuccessAt === null
    ? { text: 'Nothing sent yet', state: 'waiting' }
    : { text: 'Well', state: 'done' }
}

export const DELIVERY_STATES: Record<DeliveryState, Standing> = {
  owed: { text: 'Owed', state: 'waiting' },
  delivered: { text: 'Delivered', state: 'done' },
  dead: { text: 'Given up', state: 'failed' },
}

/** What can be asked for, the ends of the types in words. */
export const TYPE_CHOICES = [
  { id: '*', text: 'Everything' },
  { id: 'stowline.orders.*', text: 'Orders' },
  { id: 'stowline.inventory.*', text: 'Stock' },
  { id: 'stowline.alerts.*', text: 'Alerts' },
] as const

/** The types in words where there are some: "Orders, Stock". */
export const typesWords = (types: readonly string[]): string =>
  types.map((type) => TYPE_CHOICES.find(({ id }) => id === type)?.text ?? type).join(', ')
