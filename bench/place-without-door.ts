import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { openMailbox } from '@/lib/messages/open-mailbox'
import { sendOrderConfirmation } from '@/lib/messages/send-order-confirmation'
import { carryOutStep } from '@/lib/orders/carry-out-step'
import { placeOrder } from '@/lib/orders/place-order'
import { orderRequestSchema } from '@/lib/orders/schema'
import { openPickList } from '@/lib/picking/open-pick-list'
import { closeDatabase } from '@/lib/platform/db'
import { superviseProcess } from '@/lib/platform/supervise-process'
import { countBaskets } from '@/lib/recommendations/count-baskets'

type Order = Record<string, unknown> & { lines: { sku: string; quantity: number }[] }

// Mails carry a signed link.
process.env.STOWLINE_SECRET ??= randomUUID()
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 32 })
const BEGIN = 'SELECT begin_order($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18) AS r'
const SETTLE = 'SELECT settle_order($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) AS r'
const KINDS = ['confirmation-email', 'warehouse-notification', 'recommendations']

/** The two statements of an order and nothing else: no HTTP, no provider, no parsing. The physical limit here. */
export function placeBare(orders: Order[]): () => Promise<void> {
  let next = 0
  return async () => {
    const { lines } = orders[next++ % orders.length] ?? { lines: [] }
    const now = new Date()
    const hash = createHash('sha256').update('bare').digest()
    const skus = lines.map((line) => line.sku)
    const quantities = lines.map((line) => line.quantity)
    const who = ['GROCERY-1', 'Ada', 'ada@example.com', null, '{}', 'card', 'tok_ok']
    const values = ['bare', randomUUID(), hash, now, now, now, ...who, skus, quantities, 'BARE', null, false]
    const begun = await pool.query({ name: 'bare-begin', text: BEGIN, values })
    const { outcome, orderNumber } = begun.rows[0].r
    if (outcome !== 'begun') return
    const due = KINDS.map(() => now)
    const charge = ['placed', now, 1, 'bare', randomUUID(), null]
    const answer = [201, '{}', `/api/orders/${orderNumber}`]
    await pool.query({
      name: 'bare-settle',
      text: SETTLE,
      values: [orderNumber, ...charge, KINDS, due, ...answer],
    })
  }
}

const closers: (() => Promise<void>)[] = []

/** All six steps before the answer, by the very verbs the night shift uses, without HTTP around them. */
export async function placeInline(orders: Order[]): Promise<() => Promise<void>> {
  if (closers.length === 0) await openOutside()
  let next = 0
  return async () => {
    const request = orderRequestSchema.parse(orders[next++ % orders.length])
    const placing = await placeOrder(request, { clientId: 'bench', key: randomUUID(), traceparent: null })
    if (placing.outcome !== 'answered' || placing.status !== 201) return
    const { orderNumber } = JSON.parse(placing.body)
    await carryOutStep(
      'confirmation-email',
      orderNumber,
      async (order) => void (await sendOrderConfirmation(order)),
    )
    await carryOutStep('warehouse-notification', orderNumber, async ({ siteId, customer, placedAt }) => {
      await openPickList({ siteId, orderNumber, customerName: customer.name, placedAt })
    })
    await carryOutStep('recommendations', orderNumber, async ({ siteId, placedAt, lines }) => {
      await countBaskets([{ siteId, orderNumber, placedAt, skus: lines.map((line) => line.sku) }])
    })
  }
}

async function openOutside(): Promise<void> {
  const mailbox = await openMailbox({ port: 0 })
  process.env.SMTP_URL = mailbox.url
  const books = { PAYMENT_SANDBOX_BOOKS: join(process.env.STOWLINE_DATA ?? '', 'bench-sandbox.jsonl') }
  const url = await new Promise<string>((resolve) => {
    const bundle = 'dist/payment-sandbox-process.mjs'
    const sandbox = superviseProcess('payment-sandbox', [bundle], books, (line) =>
      resolve(JSON.parse(line).url),
    )
    sandbox.start()
    closers.push(sandbox.stop)
  })
  process.env.PAYMENT_SANDBOX_URL = url
  closers.push(mailbox.close)
}

export async function closeBare(): Promise<void> {
  for (const close of closers) await close()
  await pool.end()
  await closeDatabase()
}
