import { z } from 'zod'
import { stepEventSchema } from '@/lib/orders/events'
import { retryStep } from '@/lib/orders/retry-step'
import { db, statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'

const AT_ONCE = 500

type Due = {
  id: string
  kind: string
  subject: string
  payload: unknown
  replays: number
  site_id: string | null
}

const FIND = `
SELECT id, kind, subject, payload, replays, site_id FROM dead_letter
WHERE replay_at <= now() AND state = 'replaying' ORDER BY replay_at LIMIT ${AT_ONCE}`

// A step's letter is done with when the step is (close-dead-letters), the others when they are handed back.
const SENT = `
UPDATE dead_letter SET replay_at = NULL, updated_at = now(), state = CASE kind WHEN 'step' THEN state ELSE 'replayed' END
WHERE id = $1 AND replays = $2 AND state = 'replaying'`

/**
 * Hands back the dead letters whose replay is due. The letter's id and the number of the replay make the identity of
 * what is said, so that a replay which dies half-way and is sent again is the same event, and takes effect once.
 */
export async function sendDueReplays(): Promise<number> {
  const due = await statement<Due>('find-due-replays', FIND, [])
  for (const letter of due) {
    try {
      await handBack(letter)
      await statement('replay-sent', SENT, [letter.id, letter.replays])
    } catch (error) {
      logger.error({ error, letter: letter.id }, 'a dead letter could not be handed back')
    }
  }
  if (due.length > 0) wakeNightShift()
  return due.length
}

async function handBack({ id, kind, subject, payload, replays, site_id }: Due): Promise<void> {
  if (kind === 'step') {
    const { orderNumber, kind: step, to } = stepEventSchema.parse(payload)
    await retryStep(orderNumber, step, `dead-letter:${id}:${replays}`, to === undefined ? {} : { to })
  } else if (kind === 'event') {
    const { name, data } = z
      .object({ name: z.string(), data: z.record(z.string(), z.unknown()) })
      .parse(payload)
    await statement(
      'replay-event',
      `INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at) VALUES ($1, $2, $3, $4, $5, now())
       ON CONFLICT (event_id) DO NOTHING`,
      [`${subject}~${replays}`, name, site_id, subject, JSON.stringify(data)],
    )
  } else {
    const { noticeId } = z.object({ noticeId: z.string() }).parse(payload)
    await db.alertNotice.updateMany({
      where: { id: noticeId, state: 'dead' },
      data: { state: 'owed', attempts: 0, dueAt: new Date() },
    })
  }
}
