import { z } from 'zod'
import { eventRedriven, inventoryEventsQueue } from '@/lib/inventory/event-redriven'
import { stepEventSchema } from '@/lib/orders/events'
import { retryStep } from '@/lib/orders/retry-step'
import { db, statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'

const AT_ONCE = 500

type Due = {
  id: string
  key: string
  kind: string
  queue: string
  subject: string
  payload: unknown
  replays: number
  site_id: string | null
}

const FIND = `
SELECT id, key, kind, queue, subject, payload, replays, site_id FROM dead_letter
WHERE replay_at <= now() AND state = 'replaying' ORDER BY replay_at LIMIT ${AT_ONCE}`

// A step's letter is done with when the step is (close-dead-letters), the others when they are handed back.
const IMPOSSIBLE = `
UPDATE dead_letter SET replay_at = NULL, updated_at = now(), state = 'dead',
  history = history || jsonb_build_array(jsonb_build_object('at', $4::text, 'what', 'could not be handed back', 'error', $3::text))
WHERE id = $1 AND replays = $2 AND state = 'replaying'`

const SENT = `
UPDATE dead_letter SET replay_at = NULL, updated_at = now(), state = CASE WHEN $3 THEN 'replayed' ELSE state END
WHERE id = $1 AND replays = $2 AND state = 'replaying'`

/**
 * Hands back the dead letters whose replay is due. The letter's id and the number of the replay make the identity of
 * what is said, so that a replay which dies half-way and is sent again is the same event, and takes effect once.
 */
export async function sendDueReplays(): Promise<number> {
  const due = await statement<Due>('find-due-replays', FIND, [])
  for (const letter of due) {
    try {
      const handing = await handBack(letter)
      await statement('replay-sent', SENT, [letter.id, letter.replays, handing === 'done-with'])
    } catch (error) {
      // A database that is away is waited for; a letter that nobody can read is dead again, and says why.
      if (!(error instanceof z.ZodError)) throw error
      await statement('replay-impossible', IMPOSSIBLE, [
        letter.id,
        letter.replays,
        z.prettifyError(error),
        new Date().toISOString(),
      ])
    }
  }
  if (due.length > 0) wakeNightShift()
  return due.length
}

async function handBack(letter: Due): Promise<'handed-back' | 'done-with'> {
  const { id, kind, subject, payload, replays, site_id } = letter
  if (kind === 'step') {
    const { orderNumber, kind: step, to } = stepEventSchema.parse(payload)
    const { outcome } = await retryStep(
      orderNumber,
      step,
      `dead-letter:${id}:${replays}`,
      to === undefined ? {} : { to },
    )
    // There is nothing (any more) that could get done.
    return outcome === 'owed-again' ? 'handed-back' : 'done-with'
  } else if (kind === 'event') {
    // What the outside told has no event of ours yet: it goes back to where it was refused, under its letter's name.
    const isTold = letter.queue === inventoryEventsQueue
    const { name, data } = isTold
      ? { name: eventRedriven, data: { key: letter.key, death: `${id}~${replays}`, event: payload } }
      : z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) }).parse(payload)
    await statement(
      'replay-event',
      `INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at) VALUES ($1, $2, $3, $4, $5, now())
       ON CONFLICT (event_id) DO NOTHING`,
      [`${isTold ? letter.key : subject}~${replays}`, name, site_id, subject, JSON.stringify(data)],
    )
  } else {
    const { noticeId } = z.object({ noticeId: z.string() }).parse(payload)
    await db.alertNotice.updateMany({
      where: { id: noticeId, state: 'dead' },
      data: { state: 'owed', attempts: 0, dueAt: new Date() },
    })
  }
  return 'done-with'
}
