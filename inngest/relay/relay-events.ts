import { pool } from '@/lib/platform/db'
import { type EventDoor, type OutboxEvent, postEvents } from './post-events'

/** Must have kept the event for good when it resolves; the same event may come twice. */
export type OnRefused = (event: OutboxEvent, reason: string) => Promise<void>

export type Relaying = {
  /** Events that are off the outbox now. */
  relayed: number
  /** There may be more. */
  more: boolean
  /** What the server said, or why it could not be asked; the rest waits. */
  trouble: string | null
}

/** The names `inngest/…` belong to the embedded engine's own runs; a server refuses them. */
const CLAIM = `
SELECT event_id AS id, name, data, floor(extract(epoch FROM occurred_at) * 1000)::float8 AS ts FROM outbox_event
WHERE relayed_at IS NULL AND NOT starts_with(name, 'inngest/') ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`

const MARK = 'UPDATE outbox_event SET relayed_at = clock_timestamp() WHERE event_id = ANY($1)'

/**
 * Hands the oldest waiting events to the server. They stay locked, so that nobody else takes them, and are marked only
 * when the server has said 200; a process that dies in between leaves them waiting, and the server hears the same id
 * again, which starts nothing twice. Functions remember ids for 24 hours.
 */
export async function relayEvents(door: EventDoor, limit: number, onRefused: OnRefused): Promise<Relaying> {
  const client = await pool.connect()
  // The database may go away while the server is asked: the next query says so, nothing else need.
  client.on('error', ignore)
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<OutboxEvent>({ name: 'relay-claim', text: CLAIM, values: [limit] })
    const sent: Sent = { gone: [], refused: [], trouble: null }
    if (rows.length > 0) await send(door, rows, sent)
    for (const { event, reason } of sent.refused) await onRefused(event, reason)
    const ids = [...sent.gone, ...sent.refused.map(({ event }) => event)].map(({ id }) => id)
    if (ids.length > 0) await client.query({ name: 'relay-mark', text: MARK, values: [ids] })
    await client.query('COMMIT')
    client.removeListener('error', ignore)
    client.release()
    return { relayed: ids.length, more: rows.length === limit, trouble: sent.trouble }
  } catch (error) {
    client.release(true)
    throw error
  }
}

const ignore = (): void => {}

type Sent = { gone: OutboxEvent[]; refused: { event: OutboxEvent; reason: string }[]; trouble: string | null }

// One poisoned event makes the server refuse all that come with it: halves find it in a few requests.
async function send(door: EventDoor, events: OutboxEvent[], sent: Sent): Promise<void> {
  const posting = await postEvents(door, events)
  if (posting.outcome === 'accepted') sent.gone.push(...events)
  else if (posting.outcome === 'unreachable') sent.trouble = posting.trouble
  else if (events.length > 1) {
    const middle = Math.ceil(events.length / 2)
    await send(door, events.slice(0, middle), sent)
    if (sent.trouble === null) await send(door, events.slice(middle), sent)
  } else await setAside(door, events, posting.reason, sent)
}

// A server on its way down refuses everything: it is the event's fault only if the server takes an empty batch, and
// refuses the event once more, for it may have come back in between.
async function setAside(door: EventDoor, events: OutboxEvent[], reason: string, sent: Sent): Promise<void> {
  const probe = await postEvents(door, [])
  const again = probe.outcome === 'accepted' ? await postEvents(door, events) : probe
  if (again.outcome === 'accepted') sent.gone.push(...events)
  else if (again.outcome === 'refused' && probe.outcome === 'accepted')
    sent.refused.push(...events.map((event) => ({ event, reason: again.reason })))
  else sent.trouble = reason
}
