import { readOn } from './client/insist'
import { type Client, itemsOf, type Told } from './client/open-client'

const LOOK_MS = 1_000
/** Nothing is given up before: recommendations alone may take ten minutes. */
const PATIENCE_MS = 660_000
const GONE: string[] = ['declined', 'cancelled', 'refused']

type Order = Told<'/api/orders'>['items'][number]

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
export async function findNewestOrder(client: Client, site: string): Promise<string | undefined> {
  const page = await readOn(() => client.GET('/api/orders', { params: { query: { site, limit: 1 } } }))
  if (!page) throw new Error(`there is no site ${site} for this key`)
  return page.items[0]?.orderNumber
}

/**
 * Looks at the orders of the site until every accepted one is settled and all it owes is done, then at the mailbox and
 * at the stock of the whole site, as an auditor would: through the public API.
 */
export async function balanceBooks(
  client: Client,
  books: Books,
  tell: (line: string) => void,
): Promise<Balance> {
  const endMs = performance.now() + PATIENCE_MS
  for (;;) {
    const orders = await listOrdersSince(client, books)
    const mine = orders.filter(({ orderNumber }) => books.told.has(orderNumber))
    const waiting = mine.filter(mayStillFinish).length
    if (waiting === 0 || performance.now() > endMs) return weigh(client, books, orders, mine)
    tell(`${waiting} of ${books.told.size} accepted orders still owe something`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

async function weigh(client: Client, books: Books, orders: Order[], mine: Order[]): Promise<Balance> {
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
    untold: await findUntold(client, books, orders),
    mails: await countMails(client, done),
    stock: await walkStock(client, books.site),
  }
}

const isDone = ({ status, steps }: Order): boolean =>
  status !== 'confirming' && steps.length === 6 && steps.every(({ state }) => state === 'done')

const mayStillFinish = (order: Order): boolean =>
  !GONE.includes(order.status) && !isDone(order) && !order.steps.some(({ state }) => state === 'failed')

// Pages of summaries cost the house a hundredth of asking for every order by itself.
async function listOrdersSince(client: Client, { site, newestBefore }: Books): Promise<Order[]> {
  const orders: Order[] = []
  const all = itemsOf((cursor) =>
    client.GET('/api/orders', { params: { query: { site, limit: 200, cursor } } }),
  )
  for await (const order of all) {
    if (order.orderNumber === newestBefore) break
    orders.push(order)
  }
  return orders
}

async function findUntold(client: Client, { told, emails }: Books, orders: Order[]): Promise<string[]> {
  const untold: string[] = []
  for (const { orderNumber, status } of orders) {
    if (told.has(orderNumber) || GONE.includes(status)) continue
    const order = await readOn(() =>
      client.GET('/api/orders/{orderNumber}', { params: { path: { orderNumber } } }),
    )
    if (order && emails.has(order.customer.email)) untold.push(orderNumber)
  }
  return untold
}

/** A customer hears once of each occasion: the same words again are one mail too many. */
async function countMails(client: Client, done: Order[]): Promise<Balance['mails']> {
  const mailbox = await readOn(() => client.GET('/api/demo/mailbox'))
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

async function walkStock(client: Client, site: string): Promise<Balance['stock']> {
  const stock: Balance['stock'] = { skus: 0, onHand: 0, held: 0, overheld: [] }
  const all = itemsOf((cursor) =>
    client.GET('/api/stock', { params: { query: { site, limit: 200, cursor } } }),
  )
  for await (const { sku, onHand, held } of all) {
    stock.skus++
    stock.onHand += onHand
    stock.held += held
    if (onHand - held < 0) stock.overheld.push(sku)
  }
  return stock
}
