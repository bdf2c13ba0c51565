import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { settleUnresolvedOrder } from '@/lib/orders/settle-unresolved-order'
import { db, pool } from '@/lib/platform/db'
import { makeWebhookSecret } from '@/lib/platform/make-webhook-secret'
import { emptyDatabase } from '@/lib/testing/database'
import { orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { beginReconciliation } from './begin-reconciliation'
import { findProvider } from './find-provider'
import { hearProvider } from './hear-provider'
import { oweMovement } from './owe-movement'
import { reconcilePayments } from './reconcile-payments'
import type { OwedMovement } from './schema'

const ORDERS = 200
const AT_ONCE = 32
const TOTAL = 1000
const SHARES = { lost: 0.1, twice: 0.05, disorder: 0.05 }

const folder = mkdtempSync(join(tmpdir(), 'stowline-disturbed-'))
const children: ChildProcess[] = []
let heard = 0
const house = createServer(async (request, response) => {
  let text = ''
  for await (const chunk of request) text += chunk
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const { outcome } = await hearProvider('sandbox', text, headers)
  if (outcome === 'heard') heard++
  response.writeHead(outcome === 'heard' ? 204 : 400).end()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  house.closeAllConnections()
  house.close()
  rmSync(folder, { recursive: true })
})

function start(script: string, env: Record<string, string> = {}) {
  const args = ['--import', 'tsx', script]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

async function startSandbox(port: string): Promise<{ child: ChildProcess; port: string }> {
  process.env.PAYMENT_SANDBOX_SECRET ??= makeWebhookSecret()
  const child = start('simulate/payment-sandbox-process.ts', {
    PAYMENT_SANDBOX_PORT: port,
    PAYMENT_SANDBOX_BOOKS: join(folder, 'books.jsonl'),
    PAYMENT_SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${(house.address() as AddressInfo).port}`,
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { url } = JSON.parse(String(line)) as { url: string }
  process.env.PAYMENT_SANDBOX_URL = url
  await fetch(`${url}/v1/faults`, { method: 'PUT', body: JSON.stringify({ shares: SHARES }) })
  return { child, port: new URL(url).port }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

async function eachAtOnce<Item>(items: Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = [...items]
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function place(number: number): Promise<void> {
  await placeOrder(orderOf({ MILK: 4 }), {
    clientId: 'key:test',
    key: `disturbed-${number}`,
    traceparent: null,
  })
}

/** By turns: shipped whole, shipped short, cancelled, shipped whole and partly refunded. In cents, what is owed in the end. */
async function owe(orderNumber: string, turn: number): Promise<number> {
  const about = { orderNumber, site: SHOP }
  const capture = (amountMinor: number): OwedMovement => ({
    ...about,
    id: `${orderNumber}/capture/1`,
    kind: 'capture',
    amountMinor,
  })
  const release: OwedMovement = { ...about, id: `${orderNumber}/void`, kind: 'void' }
  const refund: OwedMovement = { ...about, id: `${orderNumber}/refund/1`, kind: 'refund', amountMinor: 250 }
  const turns: [OwedMovement[], number][] = [
    [[capture(TOTAL)], TOTAL],
    [[capture(750), release], 750],
    [[release], 0],
    [[capture(TOTAL), refund], TOTAL - 250],
  ]
  const [movements, owed] = turns[turn % turns.length] ?? [[], 0]
  const client = await pool.connect()
  for (const movement of movements) expect((await oweMovement(client, movement)).outcome).toBe('owed')
  client.release()
  return owed
}

const owing = () => db.paymentMovement.count({ where: { state: 'owed' } })

it('orders whose provider loses, repeats and reorders answers, is killed, and whose worker is killed, agree to the cent', {
  timeout: 300_000,
}, async () => {
  await emptyDatabase()
  await stockShop({ MILK: Array.from({ length: 60 }, () => Math.ceil((ORDERS * 4) / 30)) })
  const sandbox = await startSandbox('0')
  const placing = eachAtOnce(Array.from(Array(ORDERS).keys()), place)
  await expect.poll(() => db.payment.count(), { timeout: 60_000 }).toBeGreaterThan(ORDERS / 4)
  await kill(sandbox.child)
  await startSandbox(sandbox.port)
  await placing
  const unresolved = () => db.order.findMany({ where: { status: 'confirming' }, select: { number: true } })
  for (let left = await unresolved(); left.length > 0; left = await unresolved()) {
    await db.order.updateMany({ where: { status: 'confirming' }, data: { settleAt: new Date(0) } })
    await eachAtOnce(left, ({ number }) => settleUnresolvedOrder(number))
  }
  const orders = await db.order.findMany({ where: { status: 'placed' }, orderBy: { number: 'asc' } })
  expect(orders).toHaveLength(ORDERS)
  const owed = new Map<string, number>()
  for (const [turn, { number }] of orders.entries()) owed.set(number, await owe(number, turn))

  const worker = start('lib/testing/settle-due-movements.ts')
  await expect.poll(owing, { timeout: 60_000 }).toBeLessThan(ORDERS)
  await kill(worker)
  start('lib/testing/settle-due-movements.ts')
  await expect.poll(owing, { timeout: 200_000 }).toBe(0)

  const { list } = await findProvider('sandbox')
  const theirs = await list(new Date(0))
  expect(new Set(theirs.map(({ id }) => id)).size).toBe(theirs.length)
  const sign = { authorise: 0, void: 0, capture: 1, refund: -1 }
  const kept = new Map<string, number>()
  for (const { orderNumber, kind, amountMinor } of theirs)
    kept.set(orderNumber, (kept.get(orderNumber) ?? 0) + sign[kind] * amountMinor)
  expect(kept).toEqual(owed)
  const ours = await db.paymentMovement.findMany({ where: { state: 'done' } })
  const said = (movements: { id: string; amountMinor: number }[]) =>
    movements.map(({ id, amountMinor }) => `${id} ${amountMinor}`).sort()
  expect(said(ours)).toEqual(said(theirs))
  expect(heard).toBeGreaterThan(0)

  await db.paymentMovement.updateMany({ data: { doneAt: new Date(Date.now() - 120_000) } })
  await beginReconciliation({ id: 'after', askedBy: 'test', now: new Date() })
  expect(await reconcilePayments('after')).toMatchObject({ outcome: 'done', differences: [] })
})
