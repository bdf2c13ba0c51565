import { z } from 'zod'
import type { CallApi } from './call-api'

const AT_ONCE = 8
const LOOK_MS = 500
/** Nothing is given up before: recommendations alone may take ten minutes. */
const PATIENCE_MS = 660_000

const orderSchema = z.object({
  orderNumber: z.string(),
  status: z.string(),
  steps: z.array(z.object({ kind: z.string(), state: z.string() })),
})
const stockSchema = z.object({
  items: z.array(z.object({ sku: z.string(), onHand: z.number(), held: z.number() })),
  nextCursor: z.string().nullable(),
})
const mailboxSchema = z.object({ items: z.array(z.object({ orderNumber: z.string().nullable() })) })

export type Balance = {
  /** Orders by their status in the house; `missing` ones it does not know. */
  statuses: Record<string, number>
  sixStepsDone: number
  /** Undefined when the house has no demo mailbox. */
  mails?: { ordersWithOne: number; ordersWithNone: number; ordersWithMore: number }
  overheldSkus: string[]
}

/**
 * Looks at every order that was accepted until it is settled and all it owes is done, then at the mailbox and at the
 * stock of the whole site, as an auditor would: through the public API.
 */
export async function balanceBooks(
  callApi: CallApi,
  site: string,
  orderNumbers: string[],
  tell: (line: string) => void,
): Promise<Balance> {
  const open = new Set(orderNumbers)
  const statuses: Record<string, number> = {}
  let sixStepsDone = 0
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const last = performance.now() > end
    await inTurns([...open], async (orderNumber) => {
      const order = await findOrder(callApi, orderNumber)
      const done =
        order?.status === 'placed' &&
        order.steps.length === 6 &&
        order.steps.every(({ state }) => state === 'done')
      if (!last && order && !done && ['placed', 'confirming'].includes(order.status)) return
      open.delete(orderNumber)
      const status = order?.status ?? 'missing'
      statuses[status] = (statuses[status] ?? 0) + 1
      if (done) sixStepsDone++
    })
    if (open.size === 0) break
    tell(`waiting for what ${open.size} orders still owe`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  return {
    statuses,
    sixStepsDone,
    mails: await countMails(callApi, orderNumbers),
    overheldSkus: await findOverheld(callApi, site),
  }
}

async function findOrder(
  callApi: CallApi,
  orderNumber: string,
): Promise<z.infer<typeof orderSchema> | undefined> {
  const { status, body } = await callApi('GET', `/api/orders/${orderNumber}`)
  return status === 404 ? undefined : orderSchema.parse(body)
}

async function countMails(callApi: CallApi, orderNumbers: string[]): Promise<Balance['mails']> {
  const { status, body } = await callApi('GET', '/api/demo/mailbox')
  if (status === 404) return undefined
  const counts = new Map<string, number>()
  for (const { orderNumber } of mailboxSchema.parse(body).items) {
    if (orderNumber) counts.set(orderNumber, (counts.get(orderNumber) ?? 0) + 1)
  }
  const having = (wanted: (count: number) => boolean) =>
    orderNumbers.filter((one) => wanted(counts.get(one) ?? 0)).length
  return {
    ordersWithOne: having((count) => count === 1),
    ordersWithNone: having((count) => count === 0),
    ordersWithMore: having((count) => count > 1),
  }
}

async function findOverheld(callApi: CallApi, site: string): Promise<string[]> {
  const overheld: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await callApi('GET', `/api/stock?site=${site}&limit=200${cursor && `&cursor=${cursor}`}`)
    const page: z.infer<typeof stockSchema> = stockSchema.parse(body)
    overheld.push(...page.items.filter(({ onHand, held }) => onHand - held < 0).map(({ sku }) => sku))
    cursor = page.nextCursor
  }
  return overheld
}

async function inTurns<T>(items: T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
