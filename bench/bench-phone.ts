import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  devices,
  type Page,
} from '@playwright/test'
import { demo } from '@/e2e/fixtures/demo-house'
import { findChromium } from '@/scripts/find-chromium.mjs'
import { type House, openHouse } from './open-house'
import { openSlowLine, SLOW_4G } from './slow-line'
import { percentile, type Table } from './tables'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7)
const CPU_SLOWDOWN = 4
const PAGE = '/pick'
/** Between two taps of an impatient thumb. */
const TAP_MS = 25
const KILO = 1_000

type Visit = {
  firstPaintMs: number
  usableMs: number
  scriptMs: number
  busyMs: number
  /** Over the wire, compressed: script until the page could be used, and until nothing more came. */
  scriptBytes: number
  scriptBytesInAll: number
  bytesInAll: number
  /** Of its document, as an estimate of what the server took. */
  documentMs: number
}

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

/** What the browser keeps of a picker who signed in, and nothing else. */
async function sessionOf(browser: Browser, house: House) {
  const user = demo(house.dataFolder).users.find(({ role }) => role === 'picker')
  const context = await browser.newContext({ baseURL: house.url })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(user?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(user?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === PAGE)
  const { cookies } = await context.storageState()
  await context.close()
  return { cookies, origins: [] }
}

async function measureVisit(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await client.send('Performance.enable')
  const scripts = await watchTraffic(client)
  await page.addInitScript(tapUntilAnswered, TAP_MS)
  await page.goto(PAGE, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('answered').length > 0, null, {
    timeout: 60_000,
  })
  const { metrics } = await client.send('Performance.getMetrics')
  const metricMs = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * KILO
  const times = await page.evaluate(() => ({
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usableMs: performance.getEntriesByName('answered')[0]?.startTime ?? Number.NaN,
    documentMs:
      performance
        .getEntriesByType('navigation')
        .map((one) => (one as PerformanceNavigationTiming).responseStart)[0] ?? 0,
  }))
  const scriptBytes = scripts.script
  await page.waitForLoadState('networkidle')
  const visit = {
    ...times,
    scriptMs: metricMs('ScriptDuration'),
    busyMs: metricMs('TaskDuration'),
    scriptBytes,
    scriptBytesInAll: scripts.script,
    bytesInAll: scripts.all,
  }
  await page.close()
  return visit
}

/** Counts what comes over the wire, headers included; what a service worker or the browser's cache gives is nothing. */
async function watchTraffic(client: CDPSession) {
  const bytes = { script: 0, all: 0 }
  const scripts = new Set<string>()
  await client.send('Network.enable')
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' && !response.fromServiceWorker && !response.fromDiskCache) scripts.add(requestId)
  })
  client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength
    if (scripts.has(requestId)) bytes.script += encodedDataLength
  })
  return bytes
}

/** Runs in the page: taps what is to be done next until a tap changes something, and notes when the first such tap was. */
function tapUntilAnswered(everyMs: number): void {
  const tap = async () => {
    const button = document.querySelector<HTMLButtonElement>('footer button:not([disabled])')
    const before = document.documentElement?.outerHTML
    const atMs = performance.now()
    button?.click()
    // React answers a tap before the next task.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    if (button && document.documentElement.outerHTML !== before) performance.mark('answered', { startTime: atMs })
    else setTimeout(tap, everyMs)
  }
  void tap()
}

/** Until the phone could open the page without a network. */
async function untilKept(context: BrowserContext): Promise<void> {
  const page: Page = await context.newPage()
  await page.goto(PAGE)
  await page.waitForFunction(
    async (path) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname)
        if (kept.includes(path) && kept.some((one) => one.endsWith('.wasm'))) return true
      }
      return false
    },
    PAGE,
    { timeout: 120_000, polling: 500 },
  )
  await page.close()
}

async function hindrancesOf(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage()
  await page.goto(PAGE)
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
      'script ms',
      'busy ms',
      'script kB',
      'kB later too',
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
