import { type Browser, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { demo } from '@/e2e/fixtures/demo-house'
import { findChromium } from '@/scripts/find-chromium.mjs'
import { fillFigures } from './fill-figures'
import { addKey, BENCH_KEY, type House, openHouse } from './open-house'
import { ms, percentile, type Table } from './tables'

const SITES = Number(process.env.BENCH_SITES ?? 100)
const DAYS = Number(process.env.BENCH_DAYS ?? 365)
const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 100)
const PAGES = Number(process.env.BENCH_PAGES ?? 10)
const WARM_UP = 10
const SITE = 'BENCH-1'

/** The manager's first page over a year of many sites, one of which took in half of all orders: its doors, and in a browser. */
export async function benchDashboard(): Promise<Table[]> {
  const house = await openHouse()
  const database = new pg.Client({ connectionString: house.databaseUrl })
  await database.connect()
  let browser: Browser | undefined
  try {
    const sites = Array.from({ length: SITES }, (_, at) => `BENCH-${at + 1}`)
    const filling = performance.now()
    await fillFigures(database, sites, DAYS, ORDERS)
    const filledMs = performance.now() - filling
    await addKey(database, ['read'], null)
    await database.query(
      `INSERT INTO membership (user_id, site_id) SELECT id, site_id FROM person, unnest($1::text[]) site_id WHERE role = 'manager'`,
      [sites],
    )
    const doors = await measureDoors(house, database)
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? (await findChromium(console.error)),
      args: ['--no-sandbox'],
    })
    return [
      { ...doors, note: `Filled in ${(filledMs / 1000).toFixed(0)} s.` },
      await measurePages(browser, house),
    ]
  } finally {
    await browser?.close()
    await database.end()
    await house.close()
  }
}

async function measureDoors(house: House, database: pg.Client): Promise<Table> {
  const get = (path: string) => async () => {
    const response = await fetch(`${house.url}${path}`, { headers: { authorization: `Bearer ${BENCH_KEY}` } })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    await response.text()
  }
  const asked: [string, () => Promise<unknown>][] = [
    ['SELECT 1, without any door', () => database.query('SELECT 1')],
    ['the barest door of the same server: GET /api/health/live', get('/api/health/live')],
    ['a door with one row: GET /api/plan', get('/api/plan?site=BENCH-2')],
    ['GET /api/figures, the site with half of all orders', get(`/api/figures?site=${SITE}`)],
    ['GET /api/figures, a site like the others', get('/api/figures?site=BENCH-2')],
    ['GET /api/figures, all sites', get('/api/figures')],
  ]
  const rows: (string | number)[][] = []
  for (const [name, ask] of asked) rows.push([name, ...(await timesOf(ask, ROUNDS))])
  return {
    title: `The day in figures: ${SITES} sites, ${DAYS} days of hours, ${ORDERS} orders; ${ROUNDS} questions, one after the other`,
    columns: ['what is asked', 'p50 ms', 'p99 ms', 'worst ms'],
    rows,
  }
}

async function timesOf(ask: () => Promise<unknown>, rounds: number): Promise<string[]> {
  const times: number[] = []
  for (let round = -WARM_UP; round < rounds; round++) {
    const began = performance.now()
    await ask()
    if (round >= 0) times.push(performance.now() - began)
  }
  times.sort((one, other) => one - other)
  return [ms(percentile(times, 0.5)), ms(percentile(times, 0.99)), ms(times.at(-1) ?? 0)]
}

async function measurePages(browser: Browser, house: House): Promise<Table> {
  const user = demo(house.dataFolder).users.find(({ role }) => role === 'manager')
  const context = await browser.newContext({ baseURL: house.url, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(user?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(user?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  const screens = {
    'one site: its figures are drawn': [`/?site=${SITE}`, 'ul[aria-label="How well it goes"]'],
    'all sites: the table is drawn': ['/?site=all', 'table[aria-label="Sites today"]'],
    'the wall: its figures are drawn': [`/wall?site=${SITE}`, 'ul[aria-label="The day"]'],
  } as const
  const rows: (string | number)[][] = []
  for (const [name, [path, drawn]] of Object.entries(screens)) {
    const loads: Load[] = []
    for (let load = -1; load < PAGES; load++) loads.push(await openPage(page, path, drawn))
    const [seen, live] = [inOrder(loads.slice(1), 'seenMs'), inOrder(loads.slice(1), 'liveMs')]
    rows.push([name, ...[seen, live].flatMap((times) => [ms(percentile(times, 0.5)), ms(times.at(-1) ?? 0)])])
  }
  return {
    title: `The same in Chromium ${browser.version()}, from the address to the figures; ${PAGES} whole loads each`,
    columns: ['page', 'seen: p50 ms', 'worst ms', 'live: p50 ms', 'worst ms'],
    rows,
    note: 'Seen: the figures are on screen; live: their socket has heard. Each load begins when the one before has come to rest. Server, database and browser share the machine; files come from the browser’s cache after the first load.',
  }
}

type Load = { seenMs: number; liveMs: number }

const inOrder = (loads: Load[], what: keyof Load): number[] =>
  loads.map((load) => load[what]).sort((one, other) => one - other)

async function openPage(page: Page, path: string, drawn: string): Promise<Load> {
  const began = performance.now()
  const live = page
    .waitForEvent('websocket')
    .then((socket) => socket.waitForEvent('framereceived'))
    .then(() => performance.now() - began)
  await page.goto(path, { waitUntil: 'commit' })
  await page.waitForSelector(drawn, { state: 'visible' })
  const seenMs = performance.now() - began
  const liveMs = await live
  await page.waitForLoadState('load')
  // A person reads before they go on; the next load shall not pay for what this one still had to do.
  await page.evaluate(() => new Promise((rest) => requestIdleCallback(rest)))
  return { seenMs, liveMs }
}
