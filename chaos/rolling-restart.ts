import { demo, keyOf } from '@/e2e/fixtures/demo-house'
import { eventually, machine, orderOf } from '@/e2e/fixtures/machine'
import { makeEvents, onHand, sendEvents } from '@/e2e/fixtures/stock-events'
import { openClient } from '@/simulate/client/open-client'
import type { Audit } from '@/simulate/conveyor/audit-decisions'
import { countEffects } from './count-effects'
import { type Ears, hearChanges } from './hear-changes'
import { hearEachOther } from './hear-each-other'
import type { Ground } from './open-ground'
import { openPair, type Pair } from './open-pair'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { auditRide, type Rode, rideBelts } from './ride-belts'
import { sendOrders } from './send-orders'

const ORDERS_PER_SECOND = 3
const EVENTS = 8_000
const BATCH = 4
const SKUS = 20
const RUN = 3
const BELT_MINUTES = 1
const READS_PAUSE_SECONDS = 0.05

type Failures = { asked: number; failed: string[] }
/** What the restarts took, what the proxy had counted when both were over, and when one was killed. */
type Restarts = { endedMs: number[]; graceful: Failures }
type Shop = ReturnType<typeof machine>

/**
 * Two houses behind a proxy under orders, stock events, reads, boxes on the belts and a screen that listens. Each is
 * restarted as for a new version, and no request fails; then one is killed, and nothing is lost.
 */
export async function rollingRestart(_: Ground, skus: string[]): Promise<Outcome> {
  const pair = await openPair()
  try {
    const shop = machine(pair.url, pair.dataFolder)
    const key = keyOf('all', demo(pair.dataFolder))
    const live = await hearEachOther(pair, shop.site, skus)
    const chosen = skus.slice(0, SKUS)
    const before = await onHand(shop, chosen)
    const ears = await hearChanges(pair.url, key, shop.site)
    const beganAt = new Date()
    const orders = sendOrders({ shop }, ORDERS_PER_SECOND, skus)
    const stopReading = readOnAndOn(shop, [
      '/api/orders?limit=20',
      `/api/stock?sku=${chosen[0]}`,
      '/api/queues',
    ])
    const book = makeEvents(shop.site, chosen, EVENTS, beganAt.getTime())
    const events = sendEvents(shop, book, 1, BATCH)
    events.done.catch(() => {})
    let restarts: Restarts | undefined
    const rode = await rideBelts({
      ...{ urls: [pair.url, pair.url], key, site: shop.site, minutes: BELT_MINUTES, run: RUN },
      meanwhile: async () => {
        restarts = await restartEach(pair)
      },
    })
    await events.done
    await orders.stop()
    await stopReading()
    const endedAt = new Date()
    const counted = await countEffects({ shop, dataFolder: pair.dataFolder }, orders.numbers)
    const isHearing = await hearsOf(shop, ears, skus[0] ?? '')
    ears.close()
    const after = await onHand(shop, chosen)
    const wrong = chosen.filter(
      (sku) => after.get(sku) !== (before.get(sku) ?? 0) + (book.changes.get(sku) ?? 0),
    )
    const crons = await pair.firings('cancel-boxes-every-minute', beganAt, endedAt)
    const audit = await auditRide(openClient({ url: pair.url, key }), shop.site, rode)
    if (!restarts) throw new Error('nobody restarted')
    const screen = {
      joined: ears.joined(),
      twice: [...ears.heard.values()].filter((times) => times > 1).length,
    }
    const found = { restarts, rode, audit, live, crons, isHearing, screen, endedAt, wrongStock: wrong.length }
    return outcomeOf({ ...counted, ...found, ...pair.count, sent: orders.numbers.length })
  } finally {
    await pair.close()
  }
}

async function restartEach({ houses, count }: Pair): Promise<Restarts> {
  const endedMs: number[] = []
  await pause(5)
  for (const house of houses) {
    endedMs.push(await house.stop('SIGTERM'))
    await house.start()
    await pause(3)
  }
  const graceful = { asked: count.asked, failed: [...count.failed] }
  await houses[0]?.stop('SIGKILL')
  await houses[0]?.start()
  return { endedMs, graceful }
}

/** Whether a screen that was cut off hears again what happens now. */
async function hearsOf(shop: Shop, { hasHeard }: Ears, sku: string): Promise<boolean> {
  const { orderNumber } = (await (await shop.place(orderOf(shop.site, sku))).json()) as {
    orderNumber: string
  }
  const isHeard = async () => hasHeard(`orders/order.placed ${orderNumber}`)
  return eventually(isHeard, Boolean, 10).catch(() => false)
}

/** Somebody who looks things up without a pause for longer than it takes. */
function readOnAndOn(shop: Shop, paths: string[]): () => Promise<void> {
  let isOver = false
  const reading = (async () => {
    for (let n = 0; !isOver; n++) {
      const answer = await shop.send('GET', paths[n % paths.length] ?? '').catch(() => undefined)
      await answer?.arrayBuffer().catch(() => {})
      await pause(READS_PAUSE_SECONDS)
    }
  })()
  return () => {
    isOver = true
    return reading
  }
}

type Found = Pick<Outcome, 'sent' | 'lost' | 'doubled'> & {
  doneAt: number
  restarts: Restarts
  rode: Rode
  audit: Audit
  live: { orders: number; unheard: number; twice: number }
  crons: { fired: number; minutes: number; due: number }
  wrongStock: number
  isHearing: boolean
  screen: { joined: number; twice: number }
  asked: number
  failed: string[]
  endedAt: Date
}

function outcomeOf(found: Found): Outcome {
  const { restarts, rode, audit, live, crons } = found
  const { graceful, endedMs } = restarts
  const { count, answerMs } = rode
  const kept = (words: string, isKept: boolean) => ({ words, kept: isKept })
  return {
    killed:
      'two houses restarted in turn by SIGTERM, then one killed, kill -9, under load through their proxy',
    sent: found.sent,
    lost: found.lost + audit.missing + audit.unrecorded + count.unanswered,
    doubled: found.doubled + audit.doubled,
    noticed: null,
    doneSeconds: Math.max(0, (found.doneAt - found.endedAt.getTime()) / 1_000),
    healedSeconds: null,
    promises: [
      kept(
        `${graceful.asked} requests while both restarted; failed ${graceful.failed.length} ${graceful.failed.slice(0, 5).join(', ')}`,
        graceful.failed.length === 0,
      ),
      kept(`stock is what ${EVENTS} events say; other SKUs: ${found.wrongStock}`, found.wrongStock === 0),
      kept(
        `belts: contradicted ${count.contradicted}, wrong lanes ${count.wrongLanes}, kept otherwise ${audit.different + audit.outcomesDifferent}, unheard ${rode.unheard}`,
        count.contradicted + count.wrongLanes + audit.different + audit.outcomesDifferent + rode.unheard ===
          0,
      ),
      kept(
        `of ${live.orders} orders at one house the screens of the other missed ${live.unheard}, heard twice ${live.twice}`,
        live.unheard + live.twice === 0,
      ),
      kept(
        `the screen came back ${found.screen.joined - 1} times, hears again: ${found.isHearing}, heard twice ${found.screen.twice}`,
        found.isHearing && found.screen.twice === 0,
      ),
      kept(
        `a schedule of every minute fired ${crons.fired} times in ${crons.due} minutes`,
        crons.fired === crons.due && crons.minutes === crons.due,
      ),
    ],
    notes: [
      `a house ends ${endedMs.map((ms) => (ms / 1_000).toFixed(1)).join(' and ')} s after SIGTERM, 5 s of which it says that it is not ready`,
      `the kill: ${found.failed.length - graceful.failed.length} of ${found.asked - graceful.asked} requests failed and were sent again`,
      `${count.scans} scans, longest wait ${Math.max(...answerMs).toFixed(0)} ms, ${count.late.unforced} late, ${count.because['no-owner'] ?? 0} by nobody's owner, ${count.repeated} said again`,
    ],
  }
}
