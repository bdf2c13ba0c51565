import { z } from 'zod'
import { type CallApi, readPath } from './call-api'

const LOOK_MS = 1_000
/** Nothing is given up before: recommendations alone may take ten minutes. */
const PATIENCE_MS = 660_000
const GONE = ['declined', 'cancelled', 'refused']

const orderSchema = z.object({
  orderNumber: z.string(),
  status: z.string(),
  steps: z.array(z.object({ kind: z.string(), state: z.string() })),
})
type Order = z.infer<typeof orderSchema>
const pageSchema = z.object({ items: z.array(orderSchema), nextCursor: z.string().nullable() })
const buyerSchema = z.object({ customer: z.object({ email: z.string() }) })
const mailboxSchema = z.object({
  items: z.array(z.object({ orderNumber: z.string().nullable(), subject: z.string() })),
})
const stockSchema = z.object({
  items: z.array(z.object({ sku: z.string(), onHand: z.number(), held: z.number() })),
  nextCursor: z.string().nullable(),
})

/** What this client believes: the numbers it was told, and the addresses it ordered under. */
export type Books = { site: string; newestBefore: string | undefined; told: Set<string>; emails: Set<string> }

export type Balance = {
  /** Accepted orders by their status in the house; `missing` ones it does not know. */
  statuses: Record<string, number>
  sixStepsDone: number
  /** Accepted orders that still owe a step, or whose step has failed. */
  owing: number
  /** Orders under our addresses that nobody told us of: placed twice. */
  untold: string[]
  /** Of the orders with six steps done, by mails of an occasion; undefined when the house has no demo mailbox. */
  mails?: { one: number; none: number; more: number }
  stock: { skus: number; onHand: number; held: number; overheld: string[] }
}

/** The newest order of a site; also proves that address, key and site are right. */
export async function findNewestOrder(callApi: CallApi, site: string): Promise<string | undefined> {
  const page = await readPath(callApi, `/api/orders?site=${encodeURIComponent(site)}&limit=1`, pageSchema)
  if (!page) throw new Error(`there is no site ${site} for this key`)
  return page.items[0]?.orderNumber
}

/**
 * Looks at the orders of the site until every accepted one is settled and all it owes is done, then at the mailbox and
 * at the stock of the whole site, as an auditor would: through the public API.
 */
export async function balanceBooks(
  callApi: CallApi,
  books: Books,
  tell: (line: string) => void,
): Promise<Balance> {
  const endMs = performance.now() + PATIENCE_MS
  for (;;) {
    const orders = await listOrdersSince(callApi, books)
    const mine = orders.filter(({ orderNumber }) => books.told.has(orderNumber))
    const waiting = mine.filter(mayStillFinish).length
    if (waiting === 0 || performance.now() > endMs) return weigh(callApi, books, orders, mine)
    tell(`${waiting} of ${books.told.size} accepted orders still owe something`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

async function weigh(callApi: CallApi, books: Books, orders: Order[], mine: Order[]): Promise<Balance> {
  const standing = mine.filter(({ status }) => !GONE.includes(status))
  const statuses: Record<string, number> = {}
  for (const { status } of mine) statuses[status] = (statuses[status] ?? 0) + 1
  const missing = books.told.size - mine.length
  if (missing > 0) statuses.missing = missing
  const done = standing.filter(isDone)
  return {
    statuses,
    sixStepsDone: done.length,
    owing: standing.length - done.length,
    untold: await findUntold(callApi, books, orders),
    mails: await countMails(callApi, done),
    stock: await walkStock(callApi, books.site),
  }
}

const isDone = ({ status, steps }: Order): boolean =>
  status !== 'confirming' && steps.length === 6 && steps.every(({ state }) => state === 'done')

const mayStillFinish = (order: Order): boolean =>
  !GONE.includes(order.status) && !isDone(order) && !order.steps.some(({ state }) => state === 'failed')

// Pages of summaries cost the house a hundredth of asking for every order by itself.
async function listOrdersSince(callApi: CallApi, { site, newestBefore }: Books): Promise<Order[]> {
  const orders: Order[] = []
  const path = `/api/orders?site=${encodeURIComponent(site)}&limit=200`
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: z.infer<typeof pageSchema> | undefined = await readPath(
      callApi,
      cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path,
      pageSchema,
    )
    const old: number = page?.items.findIndex(({ orderNumber }) => orderNumber === newestBefore) ?? 0
    orders.push(...(page?.items.slice(0, old < 0 ? undefined : old) ?? []))
    cursor = old < 0 ? (page?.nextCursor ?? null) : null
  }
  return orders
}

async function findUntold(callApi: CallApi, { told, emails }: Books, orders: Order[]): Promise<string[]> {
  const untold: string[] = []
  for (const { orderNumber, status } of orders) {
    if (told.has(orderNumber) || GONE.includes(status)) continue
    const order = await readPath(callApi, `/api/orders/${orderNumber}`, buyerSchema)
    if (order && emails.has(order.customer.email)) untold.push(orderNumber)
  }
  return untold
}

/** A customer hears once of each occasion: the same words again are one mail too many. */
async function countMails(callApi: CallApi, done: Order[]): Promise<Balance['mails']> {
  const mailbox = await readPath(callApi, '/api/demo/mailbox', mailboxSchema)
  if (!mailbox) return undefined
  const subjects = new Map<string | null, string[]>()
  for (const { orderNumber, subject } of mailbox.items)
    subjects.set(orderNumber, [...(subjects.get(orderNumber) ?? []), subject])
  const mails = { one: 0, none: 0, more: 0 }
  for (const { orderNumber } of done) {
    const told = subjects.get(orderNumber) ?? []
    mails[told.length === 0 ? 'none' : told.length > new Set(told).size ? 'more' : 'one']++
  }
  return mails
}

async function walkStock(callApi: CallApi, site: string): Promise<Balance['stock']> {
  const stock: Balance['stock'] = { skus: 0, onHand: 0, held: 0, overheld: [] }
  const path = `/api/stock?site=${encodeURIComponent(site)}&limit=200`
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: z.infer<typeof stockSchema> | undefined = await readPath(
      callApi,
      cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path,
      stockSchema,
    )
    for (const { sku, onHand, held } of page?.items ?? []) {
      stock.skus++
      stock.onHand += onHand
      stock.held += held
      if (onHand - held < 0) stock.overheld.push(sku)
    }
    cursor = page?.nextCursor ?? null
  }
  return stock
}
