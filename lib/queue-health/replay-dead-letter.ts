import { z } from 'zod'
import { inventoryEventsQueue } from '@/lib/inventory/event-redriven'
import { stepEventSchema } from '@/lib/orders/events'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { replayDeadLetters } from './replay-dead-letters'

export type Replaying =
  | { outcome: 'replaying' }
  | { outcome: 'not-dead'; state: string }
  | { outcome: 'not-found' }
  | { outcome: 'wrong-payload'; issues: z.core.$ZodIssue[] }

/**
 * Has one dead letter tried again, as it is or with a payload that a person has put right. What it is about cannot be
 * changed: a step's letter stays that order's, an event keeps its name and its site, for both decide who may send it,
 * one that was told of stock keeps its source and id, which say which it is, and a webhook's has nothing to put right.
 * @param by who asked, for the letter's history
 */
export async function replayDeadLetter(
  id: string,
  payload: Record<string, unknown> | undefined,
  by: string,
): Promise<Replaying> {
  const letter = await db.deadLetter.findUnique({ where: { id } })
  if (!letter) return { outcome: 'not-found' }
  if (letter.state !== 'dead') return { outcome: 'not-dead', state: letter.state }
  if (payload !== undefined) {
    const checked = allowed(letter, payload)
    if (!checked.success) return { outcome: 'wrong-payload', issues: checked.error.issues }
    const history = [
      ...z.array(z.unknown()).parse(letter.history),
      { at: new Date().toISOString(), what: 'payload put right', by, before: letter.payload },
    ]
    const { count } = await db.deadLetter.updateMany({
      where: { id, state: 'dead', updatedAt: letter.updatedAt },
      data: {
        payload: payload as Prisma.InputJsonObject,
        history: history as Prisma.InputJsonArray,
        updatedAt: new Date(),
      },
    })
    // Somebody else was quicker; their payload goes, and it must not go under our name.
    if (count === 0) return { outcome: 'not-dead', state: 'changed meanwhile' }
  }
  const { replaying } = await replayDeadLetters({ ids: [id], siteIds: 'all' }, 1, by)
  return replaying === 1 ? { outcome: 'replaying' } : { outcome: 'not-dead', state: 'replaying' }
}

const eventSchema = z.strictObject({ name: z.string(), data: z.looseObject({ site: z.string().optional() }) })

// What was wrong may be the source or the id itself.
const toldSchema = z.object({
  source: z.string().min(1).optional().catch(undefined),
  id: z.string().min(1).optional().catch(undefined),
})

function allowedTold(before: unknown, siteId: string | null, payload: object) {
  const { source, id } = toldSchema.parse(before)
  const same = (value: string | undefined) => (value === undefined ? z.string().min(1) : z.literal(value))
  const site = siteId === null ? z.string() : z.literal(siteId)
  return z
    .looseObject({ source: same(source), id: same(id), data: z.looseObject({ site }) })
    .safeParse(payload)
}

type Before = { kind: string; queue: string; siteId: string | null; payload: unknown }

function allowed({ kind, queue, siteId, payload: before }: Before, payload: object) {
  if (queue === inventoryEventsQueue) return allowedTold(before, siteId, payload)
  if (kind === 'event') {
    const { name, data } = z
      .object({ name: z.string(), data: z.looseObject({ site: z.string().optional().catch(undefined) }) })
      .parse(before)
    // What is wrong with an event may be that it names none.
    const site = data.site === undefined ? z.string().optional() : z.literal(data.site)
    return eventSchema.extend({ name: z.literal(name), data: z.looseObject({ site }) }).safeParse(payload)
  }
  if (kind === 'webhook')
    return z.never('a webhook is sent as the alert stands: nothing to put right').safeParse(payload)
  const { orderNumber, site, kind: step } = stepEventSchema.parse(before)
  return stepEventSchema
    .extend({ orderNumber: z.literal(orderNumber), site: z.literal(site), kind: z.literal(step) })
    .strict()
    .safeParse(payload)
}
