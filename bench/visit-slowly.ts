import type { BrowserContext, CDPSession, Page } from '@playwright/test'

/** A phone of a warehouse beside the machine that this runs on. */
export const CPU_SLOWDOWN = 4
export const PICK_PAGE = '/pick'
/** Between two taps of an impatient thumb. */
const TAP_MS = 25
const KILO = 1_000

export type Visit = {
  firstPaintMs: number
  /** The first tap on the main button that the page answers. */
  usableMs: number
  /** The page's own script is there, and hears everything else. */
  aliveMs: number
  /** The bin to go to is on the screen, the tour asked for by that tap included. */
  stopMs: number
  scriptMs: number
  busyMs: number
  /** Over the wire, compressed: script until the page's own was there, and until nothing more came. */
  scriptBytes: number
  scriptBytesInAll: number
  bytesInAll: number
  /** Of its document, as an estimate of what the server took. */
  documentMs: number
}

/** Opens the picker's page in a browser whose processor is slowed, and taps what is to be done next until that is answered. */
export async function measureVisit(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await client.send('Performance.enable')
  const scripts = await watchTraffic(client)
  await page.addInitScript(tapUntilAnswered, TAP_MS)
  await page.goto(PICK_PAGE, { waitUntil: 'commit' })
  await untilMarked(page, 'alive')
  const scriptBytes = scripts.script
  await untilMarked(page, 'answered')
  await untilMarked(page, 'stop')
  const { metrics } = await client.send('Performance.getMetrics')
  const metricMs = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * KILO
  const times = await page.evaluate(() => ({
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usableMs: performance.getEntriesByName('answered')[0]?.startTime ?? Number.NaN,
    aliveMs: performance.getEntriesByName('alive')[0]?.startTime ?? Number.NaN,
    stopMs: performance.getEntriesByName('stop')[0]?.startTime ?? Number.NaN,
    documentMs:
      performance
        .getEntriesByType('navigation')
        .map((one) => (one as PerformanceNavigationTiming).responseStart)[0] ?? 0,
  }))
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

const untilMarked = (page: Page, mark: string) =>
  page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: 60_000 })

/** Runs in the page: notes when its own script has taken over, and when the first stop is on the screen; taps what is to be done next until a tap changes something, and notes when the first such tap was. */
function tapUntilAnswered(everyMs: number): void {
  const watch = setInterval(() => {
    const isMarked = (name: string) => performance.getEntriesByName(name).length > 0
    const { stowlineFirstTap } = globalThis as { stowlineFirstTap?: { isOver: boolean } }
    if (stowlineFirstTap?.isOver && !isMarked('alive')) performance.mark('alive')
    if (document.querySelector('section[aria-label^="Bin "]') && !isMarked('stop')) performance.mark('stop')
    if (isMarked('alive') && isMarked('stop')) clearInterval(watch)
  }, everyMs)
  const tap = async () => {
    const button = document.querySelector<HTMLButtonElement>('footer button:not([disabled])')
    const before = document.documentElement?.outerHTML
    const atMs = performance.now()
    button?.click()
    // React answers a tap before the next task.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    if (button && document.documentElement.outerHTML !== before)
      performance.mark('answered', { startTime: atMs })
    else setTimeout(tap, everyMs)
  }
  void tap()
}
