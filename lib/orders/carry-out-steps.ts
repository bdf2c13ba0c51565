import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { CLAIM_MS } from './claim-step'
import { recordStepError } from './record-step-error'
import type { DeferredKind } from './schema'

/** What work on many orders at once needs of each. */
export type OwingBasket = { orderNumber: string; siteId: string; placedAt: Date; skus: string[] }
type Owed = { orderNumber: string; once?: boolean | undefined }

/**
 * One attempt at the same deferred step of many orders: `carryOutStep`, a statement for each part instead of one for
 * each order. The work must be idempotent by order: a process may die between doing it and closing the rows.
 * What others hold, what nobody owes and what cannot be done keeps nothing else waiting.
 * @param owed `once`: a try on the side, whose failure is left to the run that has the patience
 * @throws what the work threw, after noting it on the rows; or, once the rest is done, Error when a step is being
 * carried out by another or its order was never placed: the engine tries again
 */
export async function carryOutSteps(
  kind: DeferredKind,
  owed: readonly Owed[],
  work: (orders: OwingBasket[]) => Promise<void>,
): Promise<{ done: number }> {
  const numbers = [...new Set(owed.map(({ orderNumber }) => orderNumber))]
  const { claimed, done } = await claimSteps(kind, numbers)
  const patient = new Set(owed.filter(({ once }) => !once).map(({ orderNumber }) => orderNumber))
  const failures = claimed.length === 0 ? new Map<string, unknown>() : await attempt(claimed, work)
  for (const [orderNumber, error] of failures) await recordStepError(kind, orderNumber, 'retrying', error)
  const worked = claimed.map(({ orderNumber }) => orderNumber).filter((number) => !failures.has(number))
  await closeSteps(kind, worked)
  for (const [orderNumber, error] of failures) if (patient.has(orderNumber)) throw error
  const settled = new Set([...done, ...worked])
  const left = numbers.filter((number) => patient.has(number) && !settled.has(number))
  if (left.length > 0)
    throw new Error(`the ${kind} of ${left.join(', ')} is not owed, or another attempt at it is under way`)
  return { done: worked.length }
}

/** All at once, and where that fails one by one: an order that nothing can be done for keeps no other waiting. */
async function attempt(
  orders: OwingBasket[],
  work: (orders: OwingBasket[]) => Promise<void>,
): Promise<Map<string, unknown>> {
  const failures = new Map<string, unknown>()
  try {
    await work(orders)
  } catch (error) {
    const [only, second] = orders
    if (only && !second) return failures.set(only.orderNumber, error)
    for (const order of orders)
      for (const [orderNumber, reason] of await attempt([order], work)) failures.set(orderNumber, reason)
  }
  return failures
}

async function claimSteps(
  kind: DeferredKind,
  numbers: string[],
): Promise<{ claimed: OwingBasket[]; done: string[] }> {
  const now = new Date()
  // Rows are locked in one order, so that two batches never wait for each other in a circle.
  const rows = await statement<OwingBasket & { isDone: boolean }>(
    'claim-steps',
    `WITH step AS (
       SELECT order_number, state FROM order_step WHERE order_number = ANY ($1) AND kind = $2
        AND (state = 'done' OR claimed_until IS NULL OR claimed_until <= $3) ORDER BY order_number FOR UPDATE
     ), claimed AS (
       UPDATE order_step SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, $3), claimed_until = $4
         FROM step WHERE order_step.order_number = step.order_number AND kind = $2 AND step.state <> 'done'
     )
     SELECT o.number AS "orderNumber", o.site_id AS "siteId", o.placed_at AS "placedAt", step.state = 'done' AS "isDone",
            ARRAY(SELECT sku FROM order_line WHERE order_number = o.number ORDER BY line_number) AS skus
       FROM step JOIN orders o ON o.number = step.order_number ORDER BY o.number`,
    [numbers, kind, now, new Date(now.getTime() + CLAIM_MS)],
  )
  const done = rows.filter(({ isDone }) => isDone).map(({ orderNumber }) => orderNumber)
  return { claimed: rows.filter(({ isDone }) => !isDone), done }
}

async function closeSteps(kind: DeferredKind, numbers: string[]): Promise<void> {
  if (numbers.length === 0) return
  const rows = await statement<{ number: string; site_id: string; version: number }>(
    'close-steps',
    `WITH owed AS (
       SELECT order_number FROM order_step WHERE order_number = ANY ($1) AND kind = $2 AND state <> 'done'
        ORDER BY order_number FOR UPDATE
     ), closed AS (
       UPDATE order_step SET state = 'done', finished_at = $3, last_error = NULL, claimed_until = NULL
         FROM owed WHERE order_step.order_number = owed.order_number AND kind = $2 RETURNING order_step.order_number
     ), held AS (
       SELECT number FROM orders WHERE number IN (SELECT order_number FROM closed) ORDER BY number FOR UPDATE
     )
     UPDATE orders SET version = version + 1 FROM held WHERE orders.number = held.number
     RETURNING orders.number, site_id, version`,
    [numbers, kind, new Date()],
  )
  for (const { number, site_id, version } of rows)
    announce({ site: site_id, topic: 'orders', event: `orders/${kind}.done`, id: number, version })
}
