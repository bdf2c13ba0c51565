import { randomUUID } from 'node:crypto'
import type { InventoryFact } from '@/lib/inventory/events'
import { fillLedger, fillOldOrders, MONTHS, SITES, SKUS } from './fill-ledger'
import { openLoop } from './open-loop'
import { ms, percentile, type Table } from './tables'
import { bytesOf, monthsAgo, pruningTable, weighTable } from './weigh-archive'
import { withDatabase } from './with-database'

const EVENTS = Number(process.env.BENCH_LEDGER ?? 5_000_000)
const ORDERS = Number(process.env.BENCH_OLD_ORDERS ?? 50_000)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10)
const EVENTS_PER_SECOND = 100
const ORDERS_PER_SECOND = 5
const QUESTIONS = 100
const NEAR = 13
const [SITE = ''] = SITES

/** Two years of ten sites: what they weigh near and far, how fast months move, what work beside it and questions then take. */
export function benchArchive(): Promise<Table[]> {
  return withDatabase(
    async (database) => {
      await fillLedger(database, EVENTS)
      const site = await fillOldOrders(database, ORDERS)
      await database.query('VACUUM ANALYZE')
      const tables = { near: ['inventory_event', 'ledger_entry'], orders: OF_ORDERS }
      const near = await bytesOf(database, tables.near)
      const nearOrders = await bytesOf(database, tables.orders)
      const before = await ask('all near')
      const month = await moveMonth()
      const beside = await measureBeside()
      const rest = await moveAll()
      await database.query('VACUUM ANALYZE')
      const after = await ask(`${MONTHS - NEAR} months far`)
      const orders = await moveOrders(site)
      return [
        speedTable([month, rest, orders]),
        beside,
        questionTable([before, after]),
        await weighTable(database, near / EVENTS, nearOrders / ORDERS),
        await pruningTable(database, SITE, MONTHS),
      ]
    },
    { durable: true },
  )
}

const OF_ORDERS = ['orders', 'order_line', 'order_step', 'stock_hold', 'shipment', 'shipment_line']

type Speed = { what: string; moved: number; seconds: number }

async function timed(what: string, move: () => Promise<{ moved: number }>): Promise<Speed> {
  const began = performance.now()
  const { moved } = await move()
  return { what, moved, seconds: (performance.now() - began) / 1_000 }
}

async function moveMonth(): Promise<Speed> {
  const { archiveLedger } = await import('@/lib/inventory/archive-ledger')
  return timed('the oldest months of ten sites', () => archiveLedger(SITES, monthsAgo(MONTHS - 2)))
}

async function moveAll(): Promise<Speed> {
  const { archiveLedger } = await import('@/lib/inventory/archive-ledger')
  return timed('all until 13 months are near', () => archiveLedger(SITES, monthsAgo(NEAR)))
}

async function moveOrders(site: string): Promise<Speed> {
  const { archiveOrders } = await import('@/lib/orders/archive-orders')
  return timed('orders', () => archiveOrders(site, monthsAgo(NEAR)))
}

const factOf = (number: number): InventoryFact =>
  ({
    ...{ kind: 'received', source: '/bench', id: randomUUID(), type: 'stowline.inventory.received.v1' },
    ...{
      subject: null,
      site: SITE,
      sku: `SKU-${number % SKUS}`,
      quantity: 1,
      bin: `A01-${1 + (number % 1_000)}`,
    },
    ...{
      observedAt: new Date().toISOString(),
      data: { site: SITE, sku: `SKU-${number % SKUS}`, quantity: 1 },
    },
  }) as unknown as InventoryFact

/** Events and orders at their rate, by the verbs themselves: what HTTP adds has nothing to do with the archive. */
async function work(): Promise<Record<'event' | 'order', number[]>> {
  const { recordEvents } = await import('@/lib/inventory/record-events')
  const { beginOrder } = await import('@/lib/orders/begin-order')
  const numbers = (perSecond: number) => Array.from({ length: perSecond * SECONDS }, (_, number) => number)
  const order = (number: number) => ({
    ...{ site: SITE, customer: { name: 'Ada', email: 'ada@example.com' } },
    shipTo: { line1: '1', city: 'Berlin', postalCode: '10115', country: 'DE' },
    lines: [{ sku: `SKU-${number % SKUS}`, quantity: 1 }],
    payment: { method: 'card' as const, token: 'tok_ok' },
  })
  const [events, orders] = await Promise.all([
    openLoop(EVENTS_PER_SECOND, numbers(EVENTS_PER_SECOND), (number) =>
      recordEvents([factOf(number)], [], { siteIds: 'all' }),
    ),
    openLoop(ORDERS_PER_SECOND, numbers(ORDERS_PER_SECOND), (number) =>
      beginOrder(order(number), { clientId: 'bench', key: randomUUID(), traceparent: null }),
    ),
  ])
  const sorted = (times: number[]) => times.sort((a, b) => a - b)
  return { event: sorted(events.fromDueMs), order: sorted(orders.fromDueMs) }
}

async function measureBeside(): Promise<Table> {
  const { statement } = await import('@/lib/platform/db')
  await work()
  const alone = await work()
  let isOver = false
  let moved = 0
  const archiving = (async () => {
    while (!isOver) {
      const rows = await statement<{ moved: number }>(
        'archive-ledger',
        'SELECT archive_ledger($1, $2, $3) AS moved',
        [SITES, monthsAgo(NEAR), 5_000],
      )
      moved += rows[0]?.moved ?? 0
    }
  })()
  const beside = await work()
  isOver = true
  await archiving
  const row = (what: 'event' | 'order') => {
    const [one, two] = [alone[what], beside[what]]
    const at = (share: number) => [percentile(one, share), percentile(two, share)] as const
    const cells = [0.5, 0.99].flatMap((share) => {
      const [quiet, busy] = at(share)
      return [ms(quiet), ms(busy), (busy / quiet).toFixed(2)]
    })
    return [`an ${what}`, ...cells]
  }
  return {
    title: `${EVENTS_PER_SECOND} events and ${ORDERS_PER_SECOND} orders a second for ${SECONDS} s, alone and while months are archived without a pause (${moved} events meanwhile)`,
    columns: ['', 'p50 ms alone', 'beside', 'ratio', 'p99 ms alone', 'beside', 'ratio'],
    rows: [row('event'), row('order')],
  }
}

type Asked = { when: string; times: Record<string, number[]>; walBytes: number }

async function ask(when: string): Promise<Asked> {
  const { listLedger } = await import('@/lib/inventory/list-ledger')
  const { recordEvents } = await import('@/lib/inventory/record-events')
  const { pool } = await import('@/lib/platform/db')
  const { rows } = await pool.query<{ month: string }>(
    `SELECT to_char(min(month), 'YYYY-MM-DD') AS month FROM archived_month WHERE kind = 'ledger_entry'`,
  )
  const month = rows[0]?.month
  const sku = (number: number) => `SKU-${(number * 7) % SKUS}`
  const filter = (number: number) => ({ siteIds: [SITE], sku: sku(number), limit: 50 })
  const questions: Record<string, (number: number) => Promise<unknown>> = {
    'the newest 50 entries of a SKU': (number) => listLedger(filter(number)),
    'recording 1,000 events': (number) =>
      recordEvents(
        Array.from({ length: 1_000 }, (_, n) => factOf(number * 1_000 + n)),
        [],
        { siteIds: 'all' },
      ),
    ...(month && {
      'the archived entries of a SKU, the oldest month': (number: number) =>
        listLedger({ ...filter(number), cursor: `${month}~${Number.MAX_SAFE_INTEGER}` }),
    }),
  }
  const times: Record<string, number[]> = {}
  for (const [name, question] of Object.entries(questions)) {
    const took: number[] = []
    for (let number = -5; number < (name.includes('recording') ? 20 : QUESTIONS); number++) {
      const began = performance.now()
      await question(number + 5)
      if (number >= 0) took.push(performance.now() - began)
    }
    times[name] = took.sort((a, b) => a - b)
  }
  return { when, times, walBytes: await measureWal() }
}

/** What the log of 20,000 events weighs, in thousands; whole pages after a checkpoint included. */
async function measureWal(): Promise<number> {
  const { recordEvents } = await import('@/lib/inventory/record-events')
  const { pool } = await import('@/lib/platform/db')
  const lsn = async () =>
    (await pool.query<{ lsn: string }>('SELECT pg_current_wal_lsn() AS lsn')).rows[0]?.lsn
  const before = await lsn()
  for (let batch = 0; batch < 20; batch++)
    await recordEvents(
      Array.from({ length: 1_000 }, (_, n) => factOf(batch * 1_000 + n)),
      [],
      { siteIds: 'all' },
    )
  const { rows } = await pool.query<{ bytes: string }>('SELECT pg_wal_lsn_diff($1, $2) AS bytes', [
    await lsn(),
    before,
  ])
  return Math.round(Number(rows[0]?.bytes) / 20_000)
}

const speedTable = (speeds: Speed[]): Table => ({
  title: `Moving months of ${EVENTS} events and ${ORDERS} orders`,
  columns: ['what', 'moved', 'seconds', 'a second'],
  rows: speeds.map(({ what, moved, seconds }) => [
    what,
    moved,
    seconds.toFixed(1),
    Math.round(moved / seconds),
  ]),
})

const questionTable = (asked: Asked[]): Table => ({
  title: 'Questions before and after',
  columns: ['question', 'when', 'p50 ms', 'p99 ms'],
  note: `Log that an event writes: ${asked.map(({ when, walBytes }) => `${walBytes} bytes with ${when}`).join(', ')}.`,
  rows: asked.flatMap(({ when, times }) =>
    Object.entries(times).map(([name, took]) => [
      name,
      when,
      ms(percentile(took, 0.5)),
      ms(percentile(took, 0.99)),
    ]),
  ),
})
