import { randomUUID } from 'node:crypto'
import { balanceBooks, findNewestOrder } from './balance-books'
import { balanceText, type Tally } from './balance-text'
import { openClient } from './client/open-client'
import { emulateConveyor } from './conveyor/emulate-conveyor'
import { NOTHING_RIDDEN, rideBoxes } from './conveyor/ride-boxes'
import { keepBusy } from './keep-busy'
import { pickTours } from './pick-tours'
import { seededRandom } from './random'
import { runStore } from './run-store'
import { type Sent, sendOrders } from './send-orders'
import { readSettings, type Settings } from './settings'
import { showProgress } from './show-progress'

const PICKERS = 6
/** Of a run that lasts minutes, tours that last as long would show nothing. */
const PICKING_PACE = 20
/** The last tote may stand at the exceptions a few times. */
const RIDING_MS = 120_000

/** The client outside the server: real baskets become orders through the public API, and the books are balanced. */
async function simulate(settings: Settings): Promise<void> {
  const { url, site, orders } = settings
  const client = openClient({ url, key: settings.key })
  await fetch(new URL('/api/health/live', url)).catch(() => {
    throw new Error(`nothing answers at ${url}: is it running?`)
  })
  const newestBefore = await findNewestOrder(client, site)
  const minutes = (orders / settings.perSecond / 60).toFixed(1)
  process.stdout.write(`${orders} real baskets for ${site} at ${url}, over about ${minutes} min\n`)

  const store = runStore(client, site, `sim-${randomUUID().slice(0, 8)}`)
  const random = seededRandom(settings.seed)
  const onPicked = (items: { sku: string; quantity: number }[]) => void store.deliver(items)
  // A site without a belt still picks.
  const boxes = await rideBoxes({ url, key: settings.key, site, random }).catch(() => undefined)
  const pickers = pickTours(client, {
    site,
    crew: 'Simulated picker',
    pickers: PICKERS,
    pace: PICKING_PACE,
    random,
    onPicked,
    onDone: (totes) => boxes?.bring(totes),
  })
  const tally: Tally = {
    sent: 0,
    answers: {},
    refusals: {},
    shortSkus: new Map(),
    orderNumbers: [],
    answerMs: [],
    picked: pickers.picked,
    ridden: boxes?.ridden ?? NOTHING_RIDDEN,
  }
  const emails = new Set<string>()
  const progress = showProgress()
  const startedAt = performance.now()
  await sendOrders(client, settings, randomUUID().slice(0, 8), (sent) => {
    emails.add(sent.email)
    writeDown(tally, sent)
    progress.say(`${tally.sent} of ${orders} answered (${wordsOf(tally.answers)})`)
  })
  const seconds = (performance.now() - startedAt) / 1000
  const books = { site, newestBefore, told: new Set(tally.orderNumbers), emails }
  const balance = await balanceBooks(client, books, progress.say)
  await pickers.stop()
  progress.say('the last boxes ride')
  await boxes?.settle(RIDING_MS)
  progress.end()
  const { text, agrees } = balanceText(tally, balance, seconds)
  process.stdout.write(`${text}\n`)
  process.exitCode = agrees ? 0 : 1
}

function writeDown(tally: Tally, { placed, answerMs }: Sent): void {
  tally.sent++
  tally.answerMs.push(answerMs)
  tally.answers[placed.outcome] = (tally.answers[placed.outcome] ?? 0) + 1
  if ('orderNumber' in placed) tally.orderNumbers.push(placed.orderNumber)
  if (placed.outcome === 'refused') tally.refusals[placed.status] = (tally.refusals[placed.status] ?? 0) + 1
  if (placed.outcome === 'out-of-stock') {
    for (const sku of placed.skus) tally.shortSkus.set(sku, (tally.shortSkus.get(sku) ?? 0) + 1)
  }
}

const wordsOf = (answers: Record<string, number>): string =>
  Object.entries(answers)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ')

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env.STOWLINE_DATA ?? '.data')
  if (settings.traffic) await keepBusy(settings)
  else if (settings.conveyor) await emulateConveyor(settings, settings.conveyor)
  else await simulate(settings)
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The simulation cannot go on: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(1)
})
