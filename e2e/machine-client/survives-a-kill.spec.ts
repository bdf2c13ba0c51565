import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeDataFolder } from '@/lib/platform/make-data-folder'
import { ONE_HOUSE, onInngestServer } from '../fixtures/inngest-server'
import { eventually, machine, type OrderPage, orderOf } from '../fixtures/machine'
import { freePort, startHouse, stopHouse } from '../fixtures/own-house'
import { makeEvents, onHand, sendEvents } from '../fixtures/stock-events'

const ORDERS = 200
const EVENTS = 4_000
type Charge = { reference: string; status: string }

test('a server killed in the middle of 200 orders and 4,000 stock events loses nothing and doubles nothing', async () => {
  test.skip(onInngestServer, ONE_HOUSE)
  test.setTimeout(240_000)
  const dataFolder = makeDataFolder('kill')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let house = await startHouse(dataFolder, port)
  try {
    const shop = machine(url, dataFolder)
    const skus = await shop.inStock(50)
    const bodies = Array.from({ length: ORDERS }, (_, n) =>
      orderOf(shop.site, skus[n % skus.length] ?? '', 1, 'tok_ok', `kill-${n}@example.com`),
    )
    const moving = skus.slice(0, 20)
    const stock = await onHand(shop, moving)
    const book = makeEvents(shop.site, moving, EVENTS, 7)
    const events = sendEvents(shop, book, 4, 20)
    let answered = 0
    const send = async (n: number): Promise<number> => {
      const answer = await shop.place(bodies[n], `kill-${n}`)
      answered++
      if (answered === ORDERS / 2) house.kill('SIGKILL')
      return answer.status
    }
    const inWaves = async (ask: (n: number) => Promise<number>): Promise<number[]> => {
      const statuses: number[] = new Array(ORDERS)
      let next = 0
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          for (let n = next++; n < ORDERS; n = next++) statuses[n] = await ask(n).catch(() => 0)
        }),
      )
      return statuses
    }
    const before = await inWaves(send)
    expect(before.filter((status) => status === 201).length).toBeGreaterThanOrEqual(ORDERS / 2 - 16)
    expect(before).toContain(0)

    house = await startHouse(dataFolder, port)
    const repeat = (n: number) =>
      eventually(
        async () => (await shop.place(bodies[n], `kill-${n}`)).status,
        (status) => status !== 409,
        90,
      )
    expect((await inWaves(repeat)).every((status) => status === 201)).toBe(true)

    const orders = await eventually(
      () => allOrders(shop),
      (all) => all.every(isSettledAndDone),
      90,
    )
    expect(orders).toHaveLength(ORDERS)
    const charged = chargesIn(dataFolder)
    expect(charged.sort()).toEqual(orders.map((order) => order.orderNumber).sort())
    const mailbox = await shop.get<{ items: { orderNumber: string | null }[] }>('/api/demo/mailbox')
    // The night shift was gone for a while, so the manager may have been told of it by mail too.
    const told = mailbox.items.flatMap((mail) => mail.orderNumber ?? [])
    expect(told.sort()).toEqual(charged)
    expect(await heldUnits(shop)).toBe(ORDERS)

    const { accepted, duplicates, rejected } = await events.done
    expect(rejected).toBe(book.invalid)
    expect(accepted + duplicates).toBe(book.valid + book.repeated)
    // Fewer when an answer was lost after its commit: sent again, those are told as duplicates.
    expect(accepted).toBeLessThanOrEqual(book.valid)
    for (const [sku, change] of book.changes) stock.set(sku, (stock.get(sku) ?? 0) + change)
    expect(await onHand(shop, moving)).toEqual(stock)
  } finally {
    await stopHouse(house)
    rmSync(dataFolder, { recursive: true, force: true })
  }
})

const isSettledAndDone = (order: OrderPage) =>
  order.status === 'placed' && order.steps.every((step) => step.state === 'done')

async function allOrders(shop: ReturnType<typeof machine>): Promise<OrderPage[]> {
  const all: OrderPage[] = []
  let path: string | null = '/api/orders?limit=200'
  while (path) {
    const page: { items: OrderPage[]; nextCursor: string | null } = await shop.get(path)
    all.push(...page.items)
    path = page.nextCursor && `/api/orders?limit=200&cursor=${page.nextCursor}`
  }
  return all
}

// The provider's own books: what it charged, whoever heard of it.
function chargesIn(dataFolder: string): string[] {
  const lines = readFileSync(join(dataFolder, 'payment-sandbox.jsonl'), 'utf8').split('\n').filter(Boolean)
  return lines
    .map((line) => JSON.parse(line) as Charge)
    .filter((charge) => charge.status === 'authorized')
    .map((charge) => charge.reference)
}

async function heldUnits(shop: ReturnType<typeof machine>): Promise<number> {
  let held = 0
  let path: string | null = `/api/stock?site=${shop.site}&limit=200`
  while (path) {
    const page: { items: { onHand: number; held: number }[]; nextCursor: string | null } =
      await shop.get(path)
    for (const item of page.items) {
      expect(item.held).toBeLessThanOrEqual(item.onHand)
      held += item.held
    }
    path = page.nextCursor && `/api/stock?site=${shop.site}&limit=200&cursor=${page.nextCursor}`
  }
  return held
}
