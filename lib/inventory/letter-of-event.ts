import { createHash } from 'node:crypto'
import { inventoryEventsQueue } from './event-redriven'

/** A rejected event as `keep_dead_letters` takes it. */
export type RejectedEvent = {
  key: string
  kind: 'event'
  siteId: string | null
  queue: string
  subject: string
  payload: unknown
  error: string
  attempts: 1
  death: string
}

/**
 * The dead letter of an event that was not taken: what was sent, whole, and why not. Sent again as it was it is the same
 * death of the same letter.
 * @param rejected `raw` is the event as it was sent
 * @param sender the sites it may touch; a letter that names none of these belongs to its only one, or to none
 * @param redriven the letter that this event comes from, and the death it would be
 */
export function letterOfEvent(
  rejected: { id: string | null; source: string | null; reason: string; raw: unknown },
  sender: { siteIds: string[] | 'all' },
  redriven?: { key: string; death: string },
): RejectedEvent {
  const { id, source, reason, raw } = rejected
  const hash = createHash('sha256')
    .update(JSON.stringify([raw, reason]))
    .digest('base64url')
  return {
    key: redriven?.key ?? `inventory:${id && source ? `${source}#${id}` : hash}`,
    kind: 'event',
    siteId: siteOf(raw, sender.siteIds),
    queue: inventoryEventsQueue,
    subject: id ?? 'an event without an id',
    payload: typeof raw === 'object' && raw !== null ? raw : { sent: raw },
    error: reason,
    attempts: 1,
    death: redriven?.death ?? hash,
  }
}

function siteOf(raw: unknown, siteIds: string[] | 'all'): string | null {
  const site = (raw as { data?: { site?: unknown } } | null)?.data?.site
  if (typeof site === 'string' && (siteIds === 'all' || siteIds.includes(site))) return site
  return siteIds !== 'all' && siteIds.length === 1 ? (siteIds[0] ?? null) : null
}
