import pg from 'pg'
import { Pool } from 'undici'
import { readProducts } from '@/prisma/seed/read-products'
import { benchBins, type Day, makeStockEvents, type SentEvent } from './make-stock-events'
import { addKey, BENCH_KEY, type House, openHouse } from './open-house'
import { ms, percentile, type Table } from './tables'
import { cpuOfHouse } from './use-of-processes'

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000)
const SINGLE_EVENTS = 5_000
const STEADY_PER_SECOND = 100
const STEADY_SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const BATCHES = [100, 1_000]

type Counted = { accepted: number; duplicates: number; rejected: number }
type Run = Counted & { name: string; events: number; seconds: number; cpuMs: Record<string, number> }

/**
 * A day of stock events through the whole HTTP door, in batches and one by one, shuffled, with duplicates and wrong ones;
 * beside the same rows by multi-row INSERT in bare `pg` in the same run. Stock is compared with a fold of the file.
 */
export async function benchEvents(): Promise<Table[]> {
  const opened = await openHouse()
  const house = { ...opened, key: BENCH_KEY }
  const database = new pg.Client({ connectionString: house.databaseUrl })
  await database.connect()
  try {
    await openSite(database)
    const runs: Run[] = []
    const checks: (string | number)[][] = []
    for (const [seed, size] of BATCHES.entries()) {
      const day = makeStockEvents(EVENTS, seed + 1)
      const before = await stockOf(database)
      const run = await send(house, `batches of ${size}`, day.sent, size, 4)
      runs.push(run)
      checks.push(check(run, day, difference(before, await stockOf(database), day)))
      if (size === BATCHES.at(-1)) runs.push(await insertBare(database, day.distinct, size))
    }
    const single = makeStockEvents(SINGLE_EVENTS, 9)
    runs.push(await send(house, 'one by one, 32 clients', single.sent, 1, 32))
    const steady = await sendSteadily(house, makeStockEvents(STEADY_PER_SECOND * STEADY_SECONDS, 10).sent)
    return [speedTable(runs), cpuTable(runs), checkTable(checks), steadyTable(steady)]
  } finally {
    await database.end()
    await house.close()
  }
}

async function openSite(database: pg.Client): Promise<void> {
  await database.query(`
    INSERT INTO site (id, name, time_zone, currency, locale) VALUES ('BENCH-1', 'Bench', 'UTC', 'USD', 'en-US');
    INSERT INTO zone (site_id, code, name, temperature_zone) VALUES ('BENCH-1', 'A', 'A', 'ambient');
    INSERT INTO aisle (site_id, zone_id, code, x_metres) SELECT 'BENCH-1', id, 'A01', 0 FROM zone WHERE site_id = 'BENCH-1'`)
  await database.query(
    `INSERT INTO bin (site_id, aisle_id, code, side, bay, level, x_metres, y_metres, volume_ml, max_weight_grams)
     SELECT 'BENCH-1', aisle.id, bin, 'L', 1, 1, 0, 0, 100000, 100000 FROM aisle, unnest($1::text[]) AS bin WHERE aisle.site_id = 'BENCH-1'`,
    [benchBins],
  )
  await addKey(database, ['events'], 'BENCH-1')
}

async function send(
  house: House,
  name: string,
  events: SentEvent[],
  size: number,
  clients: number,
): Promise<Run> {
  const pool = new Pool(house.url, { connections: clients, pipelining: 1 })
  const bodies: string[] = []
  for (let at = 0; at < events.length; at += size)
    bodies.push(JSON.stringify(size === 1 ? events[at] : events.slice(at, at + size)))
  const counted: Counted = { accepted: 0, duplicates: 0, rejected: 0 }
  let next = 0
  const cpuOf = measureCpu()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++])
        await post(pool, house.key, body, size, counted)
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  await pool.close()
  return { name, events: events.length, seconds, cpuMs: cpuOf(), ...counted }
}

/** @returns CPU milliseconds since now of the house's parts and of the client, which is this process */
function measureCpu(): () => Record<string, number> {
  const before = cpuOfHouse()
  const own = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(own)
    const parts = Object.entries(cpuOfHouse()).map(([part, value]) => [part, value - (before[part] ?? 0)])
    return { client: (user + system) / 1_000, ...Object.fromEntries(parts) }
  }
}

async function post(pool: Pool, key: string, body: string, size: number, counted: Counted): Promise<void> {
  const type = size === 1 ? 'application/cloudevents+json' : 'application/cloudevents-batch+json'
  const headers = { authorization: `Bearer ${key}`, 'content-type': type }
  const answer = await pool.request({ path: '/api/events', method: 'POST', headers, body })
  if (answer.statusCode !== 202) throw new Error(`answer ${answer.statusCode}: ${await answer.body.text()}`)
  const said = (await answer.body.json()) as { accepted: number; duplicates: number; rejected: unknown[] }
  counted.accepted += said.accepted
  counted.duplicates += said.duplicates
  counted.rejected += said.rejected.length
}

/** The rows of the same events, into tables with the same indexes, and nothing else: no HTTP, no checks, no stock. The physical limit here. */
async function insertBare(database: pg.Client, events: SentEvent[], size: number): Promise<Run> {
  await database.query(`CREATE TABLE bare_event (LIKE inventory_event INCLUDING ALL);
    CREATE TABLE bare_entry (LIKE ledger_entry INCLUDING ALL)`)
  const cpuOf = measureCpu()
  const start = performance.now()
  for (let at = 0; at < events.length; at += size) {
    const part = events.slice(at, at + size)
    const values = [
      part.map(({ source }) => source),
      part.map(({ id }) => id),
      part.map(({ type }) => type),
      part.map(({ data }) => data.sku),
      part.map(({ data }) => JSON.stringify(data)),
      part.map(({ data }) => data.observedAt),
      part.map(({ data }) => data.quantity),
    ]
    await database.query({
      name: 'bare',
      text: `WITH event AS (INSERT INTO bare_event (source, event_id, type, site_id, sku, data, observed_at)
               SELECT s, i, t, 'BENCH-1', k, d::jsonb, o::timestamptz FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS e(s, i, t, k, d, o))
             INSERT INTO bare_entry (event_row, bin_id, site_id, sku, quantity, observed_at)
             SELECT 1, 1, 'BENCH-1', k, q, o::timestamptz FROM unnest($4::text[], $7::int[], $6::text[]) AS e(k, q, o)`,
      values,
    })
  }
  const seconds = (performance.now() - start) / 1_000
  return {
    name: `bare pg, ${size} rows a statement`,
    events: events.length,
    seconds,
    cpuMs: cpuOf(),
    accepted: events.length,
    duplicates: 0,
    rejected: 0,
  }
}

async function stockOf(database: pg.Client): Promise<Map<string, number>> {
  const { rows } = await database.query<{ name: string; units: number }>(
    `SELECT bin.code || ' ' || sku AS name, on_hand - shortfall AS units FROM stock_line JOIN bin ON bin.id = bin_id
      WHERE stock_line.site_id = 'BENCH-1'`,
  )
  return new Map(rows.map(({ name, units }) => [name, units]))
}

/** How many bins of a SKU hold other units than the fold says. */
function difference(before: Map<string, number>, after: Map<string, number>, day: Day): number {
  const names = new Set([...after.keys(), ...day.stock.keys()])
  return [...names].filter(
    (name) => (after.get(name) ?? 0) - (before.get(name) ?? 0) !== (day.stock.get(name) ?? 0),
  ).length
}

async function sendSteadily(house: House, events: SentEvent[]): Promise<number[]> {
  const pool = new Pool(house.url, { connections: 8, pipelining: 1 })
  const times: number[] = []
  const start = performance.now()
  await Promise.all(
    events.map(async (event, number) => {
      const due = start + (number * 1_000) / STEADY_PER_SECOND
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
      const began = performance.now()
      await post(pool, house.key, JSON.stringify(event), 1, { accepted: 0, duplicates: 0, rejected: 0 })
      times.push(performance.now() - began)
    }),
  )
  await pool.close()
  return times.sort((a, b) => a - b)
}

function speedTable(runs: Run[]): Table {
  const bare = runs.find(({ name }) => name.startsWith('bare'))
  const speed = (run: Run) => run.events / run.seconds
  return {
    title: 'Stock events through the HTTP door: ledger, stock, holds and letters, on disk before the answer',
    columns: ['events', 'number', 'seconds', 'per second', 'ratio to bare'],
    rows: runs.map((run) => [
      run.name,
      run.events,
      run.seconds.toFixed(1),
      speed(run).toFixed(0),
      bare ? (speed(run) / speed(bare)).toFixed(2) : '',
    ]),
    note: `${readProducts().length} products; bare pg writes one event and one ledger row each, with the same indexes`,
  }
}

function cpuTable(runs: Run[]): Table {
  const parts = [...new Set(runs.flatMap(({ cpuMs }) => Object.keys(cpuMs)))].sort()
  return {
    title:
      'CPU microseconds an event, by the part of the house: other work on the machine does not change these',
    columns: ['events', ...parts],
    rows: runs.map(({ name, events, cpuMs }) => [
      name,
      ...parts.map((part) => (((cpuMs[part] ?? 0) * 1_000) / events).toFixed(0)),
    ]),
  }
}

const check = (run: Run, day: Day, different: number) => [
  run.name,
  `${run.accepted} of ${day.distinct.length}`,
  `${run.duplicates} of ${day.duplicates}`,
  `${run.rejected} of ${day.invalid}`,
  different,
]
const checkTable = (rows: (string | number)[][]): Table => ({
  title: 'Counted and compared with the fold',
  columns: ['events', 'accepted', 'duplicates', 'rejected', 'bins that differ'],
  rows,
})
const steadyTable = (times: number[]): Table => ({
  title: `Single events at ${STEADY_PER_SECOND}/s`,
  columns: ['', 'events', 'p50 ms', 'p99 ms'],
  rows: [['request to answer', times.length, ms(percentile(times, 0.5)), ms(percentile(times, 0.99))]],
})
