import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { Pool } from 'undici'
import { addProducts, buildHall, fillBins, LARGE, SMALL } from './fill-floor'
import { addKey, BENCH_KEY, type House, openHouse } from './open-house'
import { ms, percentile, type Table } from './tables'

const STOWS = Number(process.env.BENCH_STOWS ?? 5_000)
const CLIENTS = 50
const STOW_BINS = 5_760
const STOW_SKUS = 2_000
const CATEGORIES = 120
const INDEX_BINS = Number(process.env.BENCH_BINS ?? 200_000)
const LINES_A_BIN = 5
const INDEX_SKUS = 100_000
const QUESTIONS = Number(process.env.BENCH_QUESTIONS ?? 400)
const ASKERS = 4
const MAP_LOOKS = 5

type Stowed = {
  bins: { bin: string; quantity: number; loadId: string }[]
  stowId: string
  sku: string
  lot?: string
}

/** Random stow by many clients at once over HTTP, checked against rules and ledger; then questions to an index of a million lines. */
export async function benchFloor(): Promise<Table[]> {
  const opened = await openHouse()
  const house = { ...opened, key: BENCH_KEY }
  const database = new pg.Client({ connectionString: house.databaseUrl })
  await database.connect()
  try {
    // Of all sites: the demo's own is of its site only.
    await addKey(database, ['all'], null)
    await buildHall(database, SMALL, STOW_BINS)
    await addProducts(database, 'S', STOW_SKUS, CATEGORIES)
    await database.query('VACUUM ANALYZE')
    const stows = await stowAll(house, database)
    await buildHall(database, LARGE, INDEX_BINS)
    await addProducts(database, 'I', INDEX_SKUS, 5_000)
    await fillBins(database, LARGE, 'I', INDEX_BINS * LINES_A_BIN, INDEX_SKUS)
    return [...stows, await askIndex(house, database)]
  } finally {
    await database.end()
    await house.close()
  }
}

type Run = { planMs: number[]; tellMs: number[]; seconds: number; refused: number; told: Map<string, number> }

/** Each client asks where to, and then says where it put it: half by confirming, half by an event of its own. */
async function stowAll(house: House, database: pg.Client): Promise<Table[]> {
  const pool = new Pool(house.url, { connections: CLIENTS, pipelining: 1 })
  const run: Run = { planMs: [], tellMs: [], seconds: 0, refused: 0, told: new Map() }
  let next = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let n = next++; n < STOWS; n = next++) await stowOne(pool, house.key, n, run)
    }),
  )
  run.seconds = (performance.now() - start) / 1_000
  await pool.close()
  return [speedTable(run), checkTable(await wrongs(database, run))]
}

async function stowOne(pool: Pool, key: string, n: number, run: Run): Promise<void> {
  const sku = `S${1 + ((n * 7) % STOW_SKUS)}`
  const lot = n % 6 === 0 ? { lot: `L${n % 4}` } : {}
  const began = performance.now()
  const plan = await call(pool, key, 'POST', '/api/stow', {
    site: SMALL,
    sku,
    quantity: 1 + (n % 30),
    ...lot,
  })
  run.planMs.push(performance.now() - began)
  if (plan.status === 409) run.refused++
  else if (plan.status !== 201)
    throw new Error(`a stow is answered ${plan.status}: ${JSON.stringify(plan.body)}`)
  else await tellAll(pool, key, plan.body as Stowed, n, run)
}

async function tellAll(pool: Pool, key: string, stow: Stowed, n: number, run: Run): Promise<void> {
  for (const { bin, quantity, loadId } of stow.bins) {
    const at = new Date().toISOString()
    const name = [bin, stow.sku, stow.lot].filter(Boolean).join(' ')
    const began = performance.now()
    const answer =
      n % 2 === 0
        ? await call(pool, key, 'POST', `/api/stow/${stow.stowId}/confirmations`, {
            ...{ operationId: loadId, loadId, bin, quantity, at },
          })
        : await call(pool, key, 'POST', '/api/events', eventOf(stow, bin, quantity, at))
    run.tellMs.push(performance.now() - began)
    if (answer.status >= 300)
      throw new Error(`${bin} is answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    run.told.set(name, (run.told.get(name) ?? 0) + quantity)
  }
}

const eventOf = ({ sku, lot }: Stowed, bin: string, quantity: number, observedAt: string) => ({
  ...{ specversion: '1.0', id: randomBytes(8).toString('hex'), source: '/bench', subject: sku },
  type: 'stowline.inventory.stowed.v1',
  data: { site: SMALL, sku, quantity, bin, observedAt, ...(lot ? { lot } : {}) },
})

async function call(pool: Pool, key: string, method: 'GET' | 'POST', path: string, body?: object) {
  const isEvent = path === '/api/events'
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': isEvent ? 'application/cloudevents+json' : 'application/json',
  }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await pool.request({ method, path, headers, ...sent })
  return { status: answer.statusCode, body: await answer.body.json() }
}

/** What must all be nothing: broken rules by bin, and addresses that the ledger doesn't know as they were told. */
async function wrongs(database: pg.Client, run: Run): Promise<Record<string, number>> {
  const { rows } = await database.query<Record<string, string>>(
    `WITH by_bin AS (
       SELECT bin.id, sum(on_hand * product.volume_ml) > bin.volume_ml AS is_over_volume,
              sum(on_hand * product.weight_grams) > bin.max_weight_grams AS is_over_weight,
              count(DISTINCT line.sku) > count(DISTINCT product.category) AS has_look_alike,
              count(*) > count(DISTINCT line.sku) AS has_second_lot,
              bool_or(product.temperature_zone <> zone.temperature_zone) AS is_wrong_climate
         FROM stock_line line JOIN product ON product.sku = line.sku JOIN bin ON bin.id = line.bin_id
         JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id
        WHERE line.site_id = $1 AND bin.bay > 0 AND on_hand > 0 GROUP BY bin.id
     )
     SELECT count(*) FILTER (WHERE is_over_volume) AS "bins over volume", count(*) FILTER (WHERE is_over_weight) AS "bins over weight",
            count(*) FILTER (WHERE has_look_alike) AS "look-alikes together", count(*) FILTER (WHERE has_second_lot) AS "two lots together",
            count(*) FILTER (WHERE is_wrong_climate) AS "wrong climate",
            (SELECT count(*) FROM stow_load WHERE state = 'open') AS "loads left open" FROM by_bin`,
    [SMALL],
  )
  const { rows: ledger } = await database.query<{ name: string; units: number }>(
    `SELECT concat_ws(' ', bin.code, sku, nullif(lot, '')) AS name, sum(quantity)::int AS units
       FROM ledger_entry JOIN bin ON bin.id = bin_id WHERE ledger_entry.site_id = $1 AND bin.bay > 0 GROUP BY 1`,
    [SMALL],
  )
  const known = new Map(ledger.map(({ name, units }) => [name, units]))
  const names = new Set([...known.keys(), ...run.told.keys()])
  const untrue = [...names].filter((name) => known.get(name) !== run.told.get(name)).length
  const counts = Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)])
  return { ...Object.fromEntries(counts), 'addresses not as told': untrue }
}

function speedTable({ planMs, tellMs, seconds, refused, told }: Run): Table {
  const row = (name: string, times: number[]) => {
    const sorted = times.sort((a, b) => a - b)
    const each = [0.5, 0.99].map((share) => ms(percentile(sorted, share)))
    return [name, sorted.length, (sorted.length / seconds).toFixed(0), ...each]
  }
  return {
    title: `Random stow over HTTP: ${STOWS} stows by ${CLIENTS} clients into ${STOW_BINS} bins, each asked, then told`,
    columns: ['', 'number', 'per second', 'p50 ms', 'p99 ms'],
    rows: [row('asked where to', planMs), row('told where', tellMs)],
    note: `${told.size} addresses; ${refused} found no room`,
  }
}

const checkTable = (counts: Record<string, number>): Table => ({
  title: 'What the hall looks like after it',
  columns: ['', 'number'],
  rows: Object.entries(counts),
})

/** Each question through its door, by four askers at once, over items and bins drawn by chance. */
async function askIndex(house: House, database: pg.Client): Promise<Table> {
  const pool = new Pool(house.url, { connections: ASKERS, pipelining: 1 })
  const { rows } = await database.query<{ bin: string; sku: string; name: string }>(
    `SELECT bin.code AS bin, line.sku, product.name FROM stock_line line JOIN bin ON bin.id = line.bin_id JOIN product ON product.sku = line.sku
      WHERE line.site_id = $1 ORDER BY md5(line.id::text) LIMIT $2`,
    [LARGE, QUESTIONS],
  )
  const at = `site=${LARGE}`
  const half = (name: string) => name.split(' ').slice(1, 3).join(' ').slice(0, 10)
  const mistyped = (name: string) => half(name).replace(/^(...)./, '$1')
  const questions: Record<string, (row: { bin: string; sku: string; name: string }) => string> = {
    'where is this item': ({ sku }) => `/api/stock?${at}&sku=${sku}`,
    'what is in this bin': ({ bin }) => `/api/bins/${bin}?${at}`,
    'what moved here': ({ bin }) => `/api/bins/${bin}/history?${at}&limit=20`,
    'half a name': ({ name }) => `/api/find?${at}&query=${encodeURIComponent(half(name))}`,
    'half a name, mistyped': ({ name }) => `/api/find?${at}&query=${encodeURIComponent(mistyped(name))}`,
    'half a code': ({ bin }) => `/api/find?${at}&query=${bin.slice(0, 6)}`,
    'list by half a name': ({ name }) => `/api/stock?${at}&limit=20&query=${encodeURIComponent(half(name))}`,
  }
  const table: Table = {
    title: `The index: ${INDEX_BINS} bins, ${INDEX_BINS * LINES_A_BIN} lines, ${INDEX_SKUS} products, through the doors, ${ASKERS} at once`,
    columns: ['question', 'asked', 'p50 ms', 'p99 ms'],
    rows: [],
  }
  const ask = async (name: string, paths: string[], askers: number) => {
    const sorted = (await timesOf(pool, house.key, paths, askers)).sort((a, b) => a - b)
    table.rows.push([name, sorted.length, ms(percentile(sorted, 0.5)), ms(percentile(sorted, 0.99))])
  }
  for (const [name, pathOf] of Object.entries(questions)) await ask(name, rows.map(pathOf), ASKERS)
  const map = `/api/sites/${LARGE}/map`
  await ask('the whole hall, for the map', Array(MAP_LOOKS).fill(`${map}?shape=columns`), 1)
  await ask('what lies in every bin, for the map', Array(MAP_LOOKS).fill(`${map}/levels`), 1)
  await pool.close()
  return table
}

async function timesOf(pool: Pool, key: string, paths: string[], askers: number): Promise<number[]> {
  const waiting = [...paths]
  const times: number[] = []
  await Promise.all(
    Array.from({ length: askers }, async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const began = performance.now()
        const { status } = await call(pool, key, 'GET', path)
        if (status !== 200) throw new Error(`${path} is answered ${status}`)
        times.push(performance.now() - began)
      }
    }),
  )
  return times
}
