import { randomUUID } from 'node:crypto'
import { balanceBooks } from './balance-books'
import { balanceText, type Tally } from './balance-text'
import { openApi } from './call-api'
import { drawBaskets } from './draw-baskets'
import { orderOfBasket } from './order-of-basket'
import { placeBasket } from './place-basket'
import { nextArrivalSeconds, seededRandom } from './random'
import { sendOrders } from './send-orders'
import { readSettings, type Settings } from './settings'

const PROGRESS_MS = 2_000
const TRAFFIC_PER_SECOND = 0.1

/** The client outside the server: real baskets become orders through the public API, and the books are balanced. */
async function simulate(settings: Settings): Promise<void> {
  const callApi = openApi(settings.url, settings.key)
  const tally: Tally = {
    sent: settings.orders,
    answers: {},
    shortSkus: new Map(),
    orderNumbers: [],
    answerMs: [],
  }
  const tell = progress()
  const startedAt = performance.now()
  await sendOrders(callApi, settings, randomUUID(), ({ placed, answerMs }) => {
    tally.answers[placed.outcome] = (tally.answers[placed.outcome] ?? 0) + 1
    tally.answerMs.push(answerMs)
    if ('orderNumber' in placed) tally.orderNumbers.push(placed.orderNumber)
    if (placed.outcome === 'out-of-stock') {
      for (const sku of placed.skus) tally.shortSkus.set(sku, (tally.shortSkus.get(sku) ?? 0) + 1)
    }
    tell(`${tally.answerMs.length} of ${settings.orders} answered: ${JSON.stringify(tally.answers)}`)
  })
  const seconds = (performance.now() - startedAt) / 1000
  const balance = await balanceBooks(callApi, settings.site, tally.orderNumbers, tell)
  const { text, lost } = balanceText(tally, balance, seconds)
  process.stdout.write(`\n${text}\n`)
  process.exitCode = lost > 0 ? 1 : 0
}

/** The demo's gentle traffic: a basket now and then, for as long as the house is open. */
async function keepBusy({ url, key, site }: Settings): Promise<void> {
  process.stdin.resume().on('close', () => process.exit(0))
  const callApi = openApi(url, key)
  const seed = Date.now()
  const random = seededRandom(seed)
  for (let number = 0; ; number++) {
    await new Promise((resolve) => setTimeout(resolve, nextArrivalSeconds(TRAFFIC_PER_SECOND, random) * 1000))
    const [basket] = drawBaskets(1, seed + number)
    if (basket)
      await placeBasket(callApi, orderOfBasket(basket, Math.floor(random() * 1_000_000), site), randomUUID())
  }
}

function progress(): (line: string) => void {
  let last = 0
  return (line) => {
    if (performance.now() - last < PROGRESS_MS) return
    last = performance.now()
    process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env.STOWLINE_DATA ?? '.data')
  await (settings.traffic ? keepBusy(settings) : simulate(settings))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
