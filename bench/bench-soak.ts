import pg from 'pg'
import { io } from 'socket.io-client'
import { liveTopicSchema } from '@/lib/platform/live-change'
import { openClient } from '@/simulate/client/open-client'
import { openBelt } from '@/simulate/conveyor/belt'
import { bringBoxes } from '@/simulate/conveyor/bring-boxes'
import { NO_FAULTS } from '@/simulate/conveyor/faults'
import { openSocketLine } from '@/simulate/conveyor/open-line'
import { readSorters } from '@/simulate/conveyor/read-sorters'
import { rideBoxes } from '@/simulate/conveyor/ride-boxes'
import { runBelt } from '@/simulate/conveyor/run-belt'
import { pickTours } from '@/simulate/pick-tours'
import { seededRandom } from '@/simulate/random'
import { runStore } from '@/simulate/run-store'
import { type House, openHouse } from './open-house'
import { drawSoak, type Sample, sampleHouse } from './sample-house'
import { SITE, USUAL, usualLoad } from './steady-load'
import type { Table } from './tables'

const MINUTES = Number(process.env.BENCH_MINUTES ?? 30)
/** What the usual busy hour is multiplied with; the usual one is already ten times 100,000 events a day. */
const TIMES = Number(process.env.BENCH_TIMES ?? 5)
/** As many as keep up with the orders: a hall that falls behind measures its backlog. */
const PICKERS = 16
const PICKING_PACE = 20
/** What a loop of 80 m takes beside the house's own parcels: with more, lanes are full of what is still coming. */
const BOXES_PER_MINUTE = 300
const SCREENS = 10
const READ_MS = 500
const SAMPLE_MS = 60_000

/**
 * Half an hour of everything at once: orders, stock events, pickers, boxes on two belts, screens that listen and ask. A house
 * that leaks memory, handles or work shows it in a minute's sample beside the others.
 */
export async function benchSoak(): Promise<Table[]> {
  const house = await openHouse()
  const database = new pg.Client({ connectionString: house.databaseUrl })
  await database.connect()
  const heard: Heard = { times: {}, failed: 0 }
  const load = usualLoad(
    house,
    { orders: USUAL.orders * TIMES, events: USUAL.events * TIMES },
    {
      onAnswer: (kind, ms) => keep(heard, kind, ms),
      onFailure: () => heard.failed++,
    },
  )
  const others = await Promise.all([pickAndStow(house), rideBelts(house, heard), lookAtScreens(house, heard)])
  try {
    const samples: Sample[] = []
    for (let minute = 0; minute < MINUTES; minute++) {
      const before = { ...load.taken }
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS))
      const taken = { orders: load.taken.orders - before.orders, events: load.taken.events - before.events }
      samples.push(await sampleHouse({ house, database, taken, ...heard }))
      heard.times = {}
      process.stderr.write(
        `minute ${minute + 1} of ${MINUTES}: ${taken.orders} orders, ${taken.events} events\n`,
      )
    }
    return drawSoak(samples, {
      title: `${MINUTES} min at ${USUAL.events * TIMES} events/s, ${USUAL.orders * TIMES} orders/s, ${PICKERS} pickers, ${BOXES_PER_MINUTE} boxes a minute and belt, ${SCREENS} screens`,
      note: `failed requests: ${heard.failed}`,
    })
  } finally {
    for (const stop of others) await stop()
    await load.stop()
    await database.end()
    await house.close()
  }
}

type Heard = { times: Record<string, number[]>; failed: number }

function keep({ times }: Heard, kind: string, ms: number): void {
  times[kind] ??= []
  times[kind].push(ms)
}

type Stop = () => Promise<void>

/** Pickers keep up with the orders, what they took is delivered and stowed, and their totes are packed and shipped. */
async function pickAndStow({ url, key }: House): Promise<Stop> {
  const client = openClient({ url, key })
  const store = runStore(client, SITE, 'soak')
  const random = seededRandom(1)
  const boxes = await rideBoxes({ url, key, site: SITE, random })
  const crew = pickTours(client, {
    ...{ site: SITE, crew: 'Soak picker', pickers: PICKERS, pace: PICKING_PACE, random },
    onPicked: (items) => void store.deliver(items),
    onDone: boxes.bring,
  })
  return async () => {
    await crew.stop()
    await boxes.settle(0)
  }
}

async function rideBelts({ url, key }: House, heard: Heard): Promise<Stop> {
  const client = openClient({ url, key })
  const sorters = await readSorters(client, SITE)
  const belt = openBelt({
    sorters,
    seed: 1,
    faults: NO_FAULTS,
    firstSeq: Date.now() * 1_000,
    lanesFill: false,
  })
  await bringBoxes(client, SITE, belt, {
    sorters,
    seed: 1,
    boxesPerMinute: BOXES_PER_MINUTE,
    minutes: MINUTES,
  })
  const line = await openSocketLine(url, key)
  const running = runBelt(belt, { site: SITE, lines: [line], speed: 1 })
  const counting = setInterval(() => {
    for (const ms of running.answerMs.splice(0)) keep(heard, 'scans', ms)
  }, READ_MS)
  const forgetting = setInterval(belt.forget, SAMPLE_MS)
  return async () => {
    clearInterval(counting)
    clearInterval(forgetting)
    await running.stop()
    line.close()
  }
}

const LOOKED_AT = [
  `/api/figures?site=${SITE}`,
  `/api/queues?site=${SITE}`,
  `/api/orders?site=${SITE}`,
  `/api/stock?site=${SITE}`,
  `/api/conveyor?site=${SITE}`,
]

/** Screens hear of everything, and ask twice a second among them. */
async function lookAtScreens({ url, key }: House, heard: Heard): Promise<Stop> {
  const sockets = Array.from({ length: SCREENS }, () => {
    const socket = io(url, { transports: ['websocket'], auth: { apiKey: key }, forceNew: true })
    socket.on('connect', () => {
      for (const topic of liveTopicSchema.options) socket.emit('join', { site: SITE, topic })
    })
    return socket
  })
  let turn = 0
  const reading = setInterval(async () => {
    const began = performance.now()
    const path = LOOKED_AT[turn++ % LOOKED_AT.length] ?? ''
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } })
      .then(async (response) => response.ok && (await response.text()))
      .catch(() => false)
    if (answer === false) heard.failed++
    else keep(heard, 'questions', performance.now() - began)
  }, READ_MS)
  return async () => {
    clearInterval(reading)
    for (const socket of sockets) socket.close()
  }
}
