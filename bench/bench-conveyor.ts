import { io, type Socket } from 'socket.io-client'
import { Pool } from 'undici'
import type { Decision, ScanRequest } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { insist } from '@/simulate/client/insist'
import { type Client, openClient } from '@/simulate/client/open-client'
import { announceBoxes } from '@/simulate/conveyor/announce-boxes'
import { openBelt } from '@/simulate/conveyor/belt'
import { bringBoxes } from '@/simulate/conveyor/bring-boxes'
import { countBelt } from '@/simulate/conveyor/count-belt'
import { NO_FAULTS } from '@/simulate/conveyor/faults'
import { type Box, makeBoxes } from '@/simulate/conveyor/make-boxes'
import { openSocketLine } from '@/simulate/conveyor/open-line'
import { readSorters } from '@/simulate/conveyor/read-sorters'
import { runBelt, untilAllLeft } from '@/simulate/conveyor/run-belt'
import { seededRandom } from '@/simulate/random'
import { type House, openHouse } from './open-house'
import { openLoop, type Times } from './open-loop'
import { SITE, USUAL, usualLoad } from './steady-load'
import { ms, percentile, type Table } from './tables'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const SOCKET_RATES = [100, 500, 1_000, 2_000]
const HTTP_RATES = [100, 300]
const BOXES_PER_MINUTE = 450
const HTTP_CONNECTIONS = 64
/** By then an answer is none. */
const GIVE_UP_MS = 10_000
const JSON_TYPE = { 'content-type': 'application/json' }

/**
 * Decisions in open loop, every scan at its time whether or not those before it were answered, over the socket and over HTTP,
 * while orders and events come as usual; beside the same message sent back at once on the same socket, by turns in the same run.
 */
export async function benchConveyor(): Promise<Table[]> {
  const house = await openHouse()
  try {
    const sorters = await readSorters(openClient(house), SITE)
    const scans = scanMaker(house, sorters)
    const load = usualLoad(house, USUAL)
    const tables = await measure(house, scans, sorters).finally(load.stop)
    const { orders, events } = load.taken
    const note = `meanwhile ${orders} orders and ${events} events were taken, at ${USUAL.orders} and ${USUAL.events} a second`
    return tables.map((table) => ({ ...table, note }))
  } finally {
    await house.close()
  }
}

async function measure(
  house: House,
  scans: ReturnType<typeof scanMaker>,
  sorters: Sorter[],
): Promise<Table[]> {
  const socket = io(`${house.url}/belt`, { transports: ['websocket'], auth: { apiKey: house.key } })
  const http = httpWays(house)
  try {
    const ways = socketWays(socket)
    await alternate(ways, scans, 500) // warm up, not counted
    const overSocket: Row[] = []
    for (const rate of SOCKET_RATES) overSocket.push(await rounds(ways, scans, rate))
    const overHttp: Row[] = []
    for (const rate of HTTP_RATES) overHttp.push(await rounds(http, scans, rate))
    const medians = `medians of ${ROUNDS} rounds of ${SECONDS} s`
    return [
      tableOf(`Decisions over the socket, ${medians}`, 'echo', overSocket),
      tableOf(`Decisions over HTTP, ${medians}`, 'GET live', overHttp),
      await twoLines(house, sorters),
    ]
  } finally {
    socket.close()
    await http.close()
  }
}

type Scan = { box: Box; sorter: Sorter; body: Omit<ScanRequest, 'at'> & { at?: string } }
/** One message and its answer, and the bare one beside it. */
type Ways = {
  scan: (scan: Scan) => Promise<Decision>
  bare: (scan: Scan) => Promise<unknown>
  confirm: (decision: Decision) => Promise<unknown>
}

function socketWays(socket: Socket): Ways {
  const emit = (word: string, body: object) => socket.timeout(GIVE_UP_MS).emitWithAck(word, body)
  return {
    scan: ({ body }) => emit('scan', body) as Promise<Decision>,
    bare: ({ body }) => emit('echo', body),
    confirm: ({ decisionId, lane }) => emit('confirmation', { decisionId, ...arrival(lane) }),
  }
}

function httpWays(house: House): Ways & { close: () => Promise<void> } {
  const pool = new Pool(house.url, { connections: HTTP_CONNECTIONS, pipelining: 1 })
  const headers = { authorization: `Bearer ${house.key}`, ...JSON_TYPE }
  const post = async (path: string, body: object) => {
    const answer = await pool.request({ path, method: 'POST', headers, body: JSON.stringify(body) })
    return answer.body.json()
  }
  return {
    scan: ({ body }) => post('/api/scans', body) as Promise<Decision>,
    bare: async () => (await pool.request({ path: '/api/health/live', method: 'GET' })).body.dump(),
    confirm: ({ decisionId, lane }) => post(`/api/scans/${decisionId}/confirmation`, arrival(lane)),
    close: () => pool.close(),
  }
}

const arrival = (lane: string | null) => ({
  ...{ outcome: 'diverted', actualLane: lane, at: new Date().toISOString() },
})

/** Fresh boxes that the house knows, for all lanes that take as many as come. */
function scanMaker({ url, key }: House, drawn: Sorter[]) {
  const client = openClient({ url, key })
  const sorters = drawn.map((sorter) => ({
    ...sorter,
    lanes: sorter.lanes.filter(({ mostPerMinute }) => mostPerMinute === undefined),
  }))
  const run = Math.floor(Date.now() / 1_000)
  let made = 0
  let seq = Date.now() * 1_000
  return async (count: number): Promise<Scan[]> => {
    const each = Math.ceil(count / sorters.length)
    const bySorter: Scan[][] = []
    for (const sorter of sorters) {
      const boxes = makeBoxes(sorter, each, { random: seededRandom(made), run, from: made })
      made += each
      await announceBoxes(client, SITE, boxes)
      const scanner = sorter.scanners[0]?.id ?? ''
      bySorter.push(
        boxes.map((box) => ({
          box,
          sorter,
          body: { site: SITE, scanner, barcode: box.barcode, seq: ++seq },
        })),
      )
    }
    const last = bySorter.at(-1)?.at(-1)
    if (last) await untilKnown(client, { ...last.body, seq: ++seq })
    return Array.from({ length: each }, (_, n) => bySorter.flatMap((scans) => scans[n] ?? [])).flat()
  }
}

async function untilKnown(client: Client, body: Scan['body']): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const scan = { ...body, seq: body.seq + attempt * 1_000_000, at: new Date().toISOString() }
    const answer = await insist(() => client.POST('/api/scans', { body: scan }))
    if (answer?.data && answer.data.because !== 'unknown-barcode') return
    if (attempt > 50) throw new Error('announced boxes are not known')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

type Round = { scans: Times; bare: Times; afterDeadline: number; wrong: number; notSent: number }

async function alternate(ways: Ways, scanMade: ReturnType<typeof scanMaker>, rate: number): Promise<Round> {
  const scans = await scanMade(rate * SECONDS)
  const bare = await openLoop(rate, scans, ways.bare)
  let afterDeadline = 0
  let wrong = 0
  let notSent = 0
  const confirming: Promise<unknown>[] = []
  const times = await openLoop(rate, scans, async (scan, dueMs) => {
    const decision = await ways.scan({ ...scan, body: { ...scan.body, at: new Date().toISOString() } })
    if (performance.now() - dueMs > decision.deadlineMs) afterDeadline++
    const lane = scan.sorter.lanes.find(({ id }) => id === decision.lane)
    if (decision.action !== 'divert') notSent++
    else if (!lane?.serves.includes(scan.box.destination)) wrong++
    confirming.push(ways.confirm(decision))
  })
  await Promise.all(confirming)
  return { scans: times, bare, afterDeadline, wrong, notSent }
}

type Row = { rate: number; cells: (string | number)[] }

async function rounds(ways: Ways, scanMade: ReturnType<typeof scanMaker>, rate: number): Promise<Row> {
  const all: Round[] = []
  for (let round = 0; round < ROUNDS; round++) all.push(await alternate(ways, scanMade, rate))
  const median = (share: number, of: (round: Round) => number[]) =>
    percentile(all.map((round) => percentile(of(round).toSorted(byValue), share)).toSorted(byValue), 0.5)
  const due = (round: Round) => round.scans.fromDueMs
  const bare = (round: Round) => round.bare.fromDueMs
  const [p99, bare99] = [median(0.99, due), median(0.99, bare)]
  const largest = (of: (round: Round) => number[]) => Math.max(...all.flatMap(of))
  const sum = (of: (round: Round) => number) => all.reduce((total, round) => total + of(round), 0)
  const cells = [
    ...[ms(median(0.5, due)), ms(p99), ms(median(0.999, due)), ms(largest(due))],
    ms(median(0.99, (round) => round.scans.fromSendMs)),
    ...[ms(median(0.5, bare)), ms(bare99), ms(median(0.999, bare)), ms(largest(bare))],
    (p99 - bare99).toFixed(1),
    sum(({ afterDeadline }) => afterDeadline),
    sum(({ wrong }) => wrong),
    sum(({ notSent }) => notSent),
  ]
  return { rate, cells }
}

const byValue = (a: number, b: number): number => a - b

function tableOf(title: string, beside: string, rows: Row[]): Table {
  return {
    title: `${title}; ms from when a scan was due to its answer`,
    columns: [
      ...['scans/s', 'p50', 'p99', 'p99.9', 'largest', 'p99 from send'],
      ...[`${beside} p50`, 'p99', 'p99.9', 'largest', 'p99 on top'],
      ...['after deadline', 'wrong lane', 'not sent'],
    ],
    rows: rows.map(({ rate, cells }) => [rate, ...cells]),
  }
}

/** A minute of boxes on every sorter, as the emulator lets them ride. */
async function twoLines({ url, key }: House, sorters: Sorter[]): Promise<Table> {
  const belt = openBelt({
    sorters,
    seed: 1,
    faults: NO_FAULTS,
    firstSeq: Date.now() * 1_000,
    lanesFill: false,
  })
  const run = { sorters, seed: 1, boxesPerMinute: BOXES_PER_MINUTE, minutes: 1 }
  const lastAtMs = await bringBoxes(openClient({ url, key }), SITE, belt, run)
  const line = await openSocketLine(url, key)
  const running = runBelt(belt, { site: SITE, lines: [line], speed: 1 })
  await untilAllLeft(belt, running, lastAtMs + 60_000, () => {})
  await running.stop()
  line.close()
  const { late, wrongLanes, scans, boxes } = countBelt(belt)
  const sorted = running.answerMs.toSorted(byValue)
  const at = (share: number) => ms(percentile(sorted, share))
  return {
    title: `A minute at ${BOXES_PER_MINUTE} boxes a minute on each of ${sorters.length} sorters; ms from send to answer`,
    columns: ['boxes', 'scans', 'p50', 'p99', 'p99.9', 'largest', 'after deadline', 'wrong lane'],
    rows: [[boxes, scans, at(0.5), at(0.99), at(0.999), ms(sorted.at(-1) ?? 0), late.unforced, wrongLanes]],
  }
}
