import { db } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import type { EpcisEvent } from './events'
import { keepEvents } from './keep-events'
import { tellStock } from './tell-stock'

/**
 * Captures one event while its sender waits.
 * @returns its id, given or made of its content; `known` when it, or another event under its id, is here already
 */
export async function captureEvent(
  event: EpcisEvent,
  by: { clientId: string; siteIds: string[] | 'all'; traceparent: string },
): Promise<{ outcome: 'captured' | 'known'; eventId: string }> {
  const { '@context': context, ...body } = event
  const { kept } = await db.$transaction((tx) =>
    keepEvents(tx, [{ event: body as EpcisEvent, context, pointer: '' }], {
      ...by,
      captureId: null,
      allOrNothing: true,
    }),
  )
  const [eventId] = kept
  if (eventId === undefined) return { outcome: 'known', eventId: event.eventID ?? '' }
  // The event is captured, whatever becomes of this: the sweep tells the ledger if we don't.
  await tellStock({ eventId }).catch((error) => logger.warn({ error, eventId }, 'the ledger was not told'))
  return { outcome: 'captured', eventId }
}
