import { type Browser, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { Pool } from 'undici'
import { demo } from '@/e2e/fixtures/demo-house'
import { findChromium } from '@/scripts/find-chromium.mjs'
import { openHallOfBins } from './hall-of-bins'
import { type House, openHouse } from './open-house'
import { percentile, type Table } from './tables'

const BINS = Number(process.env.BENCH_BINS ?? 50_000)
const CHANGES_PER_SECOND = 200
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60)
const BATCHES_A_SECOND = 10
const SITE = 'GROCERY-1'
const VIEWPORT = { width: 1440, height: 900 }

type Panned = {
  frames: number[]
  heapBefore: number
  heapAfter: number
  messages: number
  bytes: number
  seconds: number
}

/**
 * A hall of 50,000 bins in a real Chromium: first paint, and frames while it is panned and its stock changes 200 times a
 * second. The browser, the server and its database share the machine.
 */
export async function benchMap(): Promise<Table[]> {
  const house = await openHouse()
  const database = new pg.Client({ connectionString: house.databaseUrl })
  await database.connect()
  let browser: Browser | undefined
  try {
    await openHallOfBins(database, SITE, BINS)
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? (await findChromium(console.error)),
      args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    })
    const page = await browser.newPage({ viewport: VIEWPORT, baseURL: house.url })
    // The compiler names functions by a call that a page does not know.
    await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
    await signIn(page, house)
    const firstPaint = await measureFirstPaint(page)
    const still = await panWhile(page, 10, async () => {})
    const busy = await panWhile(page, SECONDS, () => changeStock(house, database))
    const where = `Chromium ${browser.version()}, ${await rendererOf(page)}; ${VIEWPORT.width} x ${VIEWPORT.height}, ${BINS} bins`
    return [paintTable(firstPaint, where), frameTable(still, busy, where)]
  } finally {
    await browser?.close()
    await database.end()
    await house.close()
  }
}

async function signIn(page: Page, house: House): Promise<void> {
  const user = demo(house.dataFolder).users.find(({ role }) => role === 'manager')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(user?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(user?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Until bins are on the canvas, from the first byte asked for: the first time, and with the files in the cache. */
async function measureFirstPaint(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let visit = 0; visit < 4; visit++) {
    await page.goto('/floor', { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('bins-drawn').length > 0, null, {
      polling: 20,
    })
    times.push(await page.evaluate(() => performance.getEntriesByName('bins-drawn')[0]?.startTime ?? 0))
  }
  return times
}

async function panWhile(page: Page, seconds: number, work: () => Promise<void>): Promise<Panned> {
  const traffic = { messages: 0, bytes: 0 }
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  client.on('Network.webSocketFrameReceived', ({ response }) => {
    if (!response.payloadData.includes('"bins"')) return
    traffic.messages++
    traffic.bytes += Buffer.byteLength(response.payloadData)
  })
  const heapBefore = await heapOf(page)
  const begun = performance.now()
  const [frames] = await Promise.all([page.evaluate(panInPage, seconds), work()])
  const took = (performance.now() - begun) / 1_000
  await client.detach()
  return { frames, heapBefore, heapAfter: await heapOf(page), ...traffic, seconds: took }
}

/** Runs in the page: drags the map in circles and notes the time between frames. */
async function panInPage(seconds: number): Promise<number[]> {
  const canvas = document.querySelector('canvas[role=application]')
  if (!canvas) throw new Error('there is no map')
  const box = canvas.getBoundingClientRect()
  const send = (type: string, x: number, y: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, button: 0, buttons: 1, bubbles: true }),
    )
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const wheel = new WheelEvent('wheel', {
    deltaY: -700,
    clientX: box.x + 700,
    clientY: box.y + 350,
    cancelable: true,
  })
  canvas.dispatchEvent(wheel)
  // What was zoomed is drawn crisp before the measuring begins.
  for (let n = 0; n < 60; n++) await nextFrame()
  const frames: number[] = []
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const place = (ms: number) =>
    [centre.x + 320 * Math.cos(ms / 700), centre.y + 180 * Math.sin(ms / 470)] as const
  let last = await nextFrame()
  const end = last + seconds * 1_000
  send('pointerdown', ...place(last))
  while (last < end) {
    send('pointermove', ...place(last))
    const now = await nextFrame()
    frames.push(now - last)
    last = now
  }
  send('pointerup', ...place(last))
  return frames
}

/** Bytes of living JavaScript objects. */
async function heapOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { gc } = globalThis as { gc?: () => void }
    gc?.()
    return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0
  })
}

/** Arrivals in bins all over the hall, through the HTTP door, evenly over the time. */
async function changeStock(house: House, database: pg.Client): Promise<void> {
  const { rows: bins } = await database.query<{ code: string }>(
    'SELECT code FROM bin WHERE site_id = $1 AND bay > 0 ORDER BY random() LIMIT 5000',
    [SITE],
  )
  const { rows: products } = await database.query<{ sku: string }>('SELECT sku FROM product LIMIT 500')
  const pool = new Pool(house.url, { connections: 2, pipelining: 1 })
  const size = CHANGES_PER_SECOND / BATCHES_A_SECOND
  const begun = performance.now()
  for (let batch = 0; batch < SECONDS * BATCHES_A_SECOND; batch++) {
    const due = begun + (batch * 1_000) / BATCHES_A_SECOND
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const events = Array.from({ length: size }, (_, n) => {
      const at = batch * size + n
      const sku = products[at % products.length]?.sku
      const data = {
        site: SITE,
        sku,
        quantity: 1,
        bin: bins[at % bins.length]?.code,
        observedAt: new Date().toISOString(),
      }
      return {
        specversion: '1.0',
        id: `map-${begun}-${at}`,
        source: 'bench/map',
        type: 'stowline.inventory.received.v1',
        subject: sku,
        data,
      }
    })
    const headers = {
      authorization: `Bearer ${house.key}`,
      'content-type': 'application/cloudevents-batch+json',
    }
    const answer = await pool.request({
      path: '/api/events',
      method: 'POST',
      headers,
      body: JSON.stringify(events),
    })
    const told = (await answer.body.json()) as { accepted?: number }
    if (told.accepted !== size) throw new Error(`of ${size} events: ${JSON.stringify(told).slice(0, 400)}`)
  }
  await pool.close()
}

/** What draws: a graphics card, or the processor. */
async function rendererOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl')
    const about = gl?.getExtension('WEBGL_debug_renderer_info')
    return gl && about
      ? String(gl.getParameter(about.UNMASKED_RENDERER_WEBGL))
      : 'no WebGL: drawn by the processor'
  })
}

const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b)
const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1)

const paintTable = (times: number[], note: string): Table => ({
  title: 'First paint of the bins, from the navigation on',
  columns: ['visit', 'ms'],
  rows: times.map((time, visit) => [visit === 0 ? 'first' : 'again', time.toFixed(0)]),
  note,
})

function frameTable(still: Panned, busy: Panned, note: string): Table {
  const row = (name: string, { frames, heapBefore, heapAfter, messages, bytes, seconds }: Panned) => {
    const times = sorted(frames)
    return [
      name,
      frames.length,
      percentile(times, 0.5).toFixed(1),
      percentile(times, 0.95).toFixed(1),
      percentile(times, 0.99).toFixed(1),
      (messages / seconds).toFixed(1),
      (bytes / seconds / 1024).toFixed(1),
      megabytes(heapBefore),
      megabytes(heapAfter),
    ]
  }
  return {
    title: `Frames while the map is panned; ${CHANGES_PER_SECOND} stock changes/s for ${SECONDS} s`,
    columns: [
      'panning',
      'frames',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'messages/s',
      'KB/s',
      'heap MB before',
      'after',
    ],
    rows: [row('no changes', still), row('with changes', busy)],
    note,
  }
}
