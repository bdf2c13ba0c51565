import type { z } from 'zod'
import { readCloudEvent } from '@/lib/platform/rules/cloud-event'
import type { eventRedrivenSchema } from './event-redriven'
import { parseInventoryEvent } from './events'
import { type Recording, recordEvents } from './record-events'

/**
 * Tells a rejected event again, whole as it lies in its dead letter. Told twice it is a duplicate; rejected again it is
 * the same letter, dead again. Whoever asked for the replay was checked to know the event's site.
 * @throws when the ledger is full: the run comes again
 */
export async function redriveEvent(redriven: z.infer<typeof eventRedrivenSchema>): Promise<Recording> {
  const { key, death, event: raw } = redriven
  const sender = { siteIds: 'all' as const, redriven: { key, death } }
  const read = readCloudEvent(raw)
  const parsed =
    'event' in read
      ? parseInventoryEvent(read.event, new Date())
      : { ok: false as const, reason: read.invalid }
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
  const unread = { index: 0, id: textOf(raw.id), source: textOf(raw.source), raw }
  const recording = parsed.ok
    ? await recordEvents([{ ...parsed.event, raw }], [], sender)
    : await recordEvents([], [{ ...unread, reason: parsed.reason }], sender)
  if ('outcome' in recording) throw new Error('the ledger is full')
  return recording
}
