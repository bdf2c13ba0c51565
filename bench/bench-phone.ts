import { type Browser, type BrowserContext, chromium, devices, type Page } from '@playwright/test'
import { demo } from '@/e2e/fixtures/demo-house'
import { eventually, machine, orderOf } from '@/e2e/fixtures/machine'
import { findChromium } from '@/scripts/find-chromium.mjs'
import { type House, openHouse } from './open-house'
import { openSlowLine, SLOW_4G } from './slow-line'
import { percentile, type Table } from './tables'
import { CPU_SLOWDOWN, measureVisit, PICK_PAGE, type Visit } from './visit-slowly'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7)
const KILO = 1_000
const ORDERS = 4

/** The picker's page on a slow phone: a profile that never saw it, then the same profile again. */
export async function benchPhone(): Promise<Table[]> {
  const house = await openHouse()
  const line = await openSlowLine(house.url, SLOW_4G)
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? (await findChromium(console.error)),
      args: ['--no-sandbox'],
    })
    await placeOrders(house)
    const session = await sessionOf(browser, house)
    const first: Visit[] = []
    const again: Visit[] = []
    let hindrances: string[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const context = await browser.newContext({
        ...devices['Pixel 7'],
        baseURL: line.url,
        storageState: session,
      })
      // The compiler names functions by a call that a page does not know.
      await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
      const visit = await measureVisit(context)
      await untilKept(context)
      const second = await measureVisit(context)
      hindrances = await hindrancesOf(context)
      await context.close()
      // The first round warms the server.
      if (round === 0) continue
      first.push(visit)
      again.push(second)
    }
    const note =
      `Chromium ${browser.version()}; ${CPU_SLOWDOWN}x slower processor, ${SLOW_4G.downBitsPerSecond / 1e6} Mbit/s down, ` +
      `${SLOW_4G.roundTripMs} ms there and back, also for connections; medians of ${ROUNDS}, (worst); server and browser share the machine`
    return [visitTable(first, again, note), installTable(hindrances)]
  } finally {
    await browser?.close()
    await line.close()
    await house.close()
  }
}

/** Work for a tour. */
async function placeOrders(house: House): Promise<void> {
  const shop = machine(house.url, house.dataFolder)
  const skus = (await shop.inStock(20)).slice(0, ORDERS)
  for (const sku of skus) await shop.place(orderOf(shop.site, sku, 2))
  await eventually(
    () => shop.get<{ items: unknown[] }>(`/api/pick-lists?site=${shop.site}`),
    ({ items }) => items.length >= ORDERS,
  )
}

/** What the browser keeps of a picker who signed in, and nothing else. */
async function sessionOf(browser: Browser, house: House) {
  const user = demo(house.dataFolder).users.find(({ role }) => role === 'picker')
  const context = await browser.newContext({ baseURL: house.url })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(user?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(user?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === PICK_PAGE)
  const { cookies } = await context.storageState()
  await context.close()
  return { cookies, origins: [] }
}

/** Until the phone could open the page without a network. */
async function untilKept(context: BrowserContext): Promise<void> {
  const page: Page = await context.newPage()
  await page.goto(PICK_PAGE)
  await page.waitForFunction(
    async (path) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname)
        if (kept.includes(path) && kept.some((one) => one.endsWith('.wasm'))) return true
      }
      return false
    },
    PICK_PAGE,
    { timeout: 120_000, polling: 500 },
  )
  await page.close()
}

async function hindrancesOf(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage()
  await page.goto(PICK_PAGE)
  const client = await context.newCDPSession(page)
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors')
  await page.close()
  // Every context here is one.
  return installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')
}

function visitTable(first: Visit[], again: Visit[], note: string): Table {
  const row = (name: string, visits: Visit[]) => {
    const figure = (of: keyof Visit, unit = 1, digits = 0) => {
      const values = visits.map((visit) => visit[of] / unit).sort((one, other) => one - other)
      return `${percentile(values, 0.5).toFixed(digits)} (${(values.at(-1) ?? 0).toFixed(digits)})`
    }
    return [
      name,
      figure('documentMs'),
      figure('firstPaintMs'),
      figure('usableMs'),
      figure('aliveMs'),
      figure('stopMs'),
      figure('scriptMs'),
      figure('busyMs'),
      figure('scriptBytes', KILO, 1),
      figure('scriptBytesInAll', KILO, 1),
      figure('bytesInAll', KILO, 1),
    ]
  }
  return {
    title:
      'The picker’s page on a slow phone, from the navigation until a tap on its main button is answered',
    columns: [
      'visit',
      'document ms',
      'first paint ms',
      'usable ms',
      'script there ms',
      'first stop ms',
      'script ms',
      'busy ms',
      'script kB',
      'later too kB',
      'everything kB',
    ],
    rows: [row('first', first), row('again', again)],
    note,
  }
}

const installTable = (hindrances: string[]): Table => ({
  title: 'May a phone install it?',
  columns: ['says Chromium', 'installable'],
  rows: [
    [
      hindrances.length === 0 ? 'manifest, icons and service worker are right' : hindrances.join(', '),
      hindrances.length === 0 ? 'yes' : 'no',
    ],
  ],
})
