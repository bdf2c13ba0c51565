import { connect, type Socket } from 'node:net'
import { percentile } from '@/bench/tables'
import { countEffects } from './count-effects'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { sendOrders } from './send-orders'

const CALLERS = 600
const ORDERS_A_SECOND = 5
const QUIET_SECONDS = 20
/** The house waits 20 s for headers and 60 s for a body, and looks every 5 s. */
const CUT_OFF_SECONDS = 75
const DRIP_MS = 1_000

type Caller = { socket: Socket; openedAt: number; closedAt: number | null; said: string }

/**
 * Hundreds of callers send half a request and then a byte a second, or nothing more (slow loris). Whoever sends whole
 * requests is served as before, and the slow ones are cut off.
 */
export async function slowCallers(ground: Ground, skus: string[]): Promise<Outcome> {
  const before = sendOrders(ground, ORDERS_A_SECOND, skus)
  await pause(QUIET_SECONDS)
  await before.stop()
  const beside = sendOrders(ground, ORDERS_A_SECOND, skus)
  const callers = await Promise.all(Array.from({ length: CALLERS }, (_, at) => callSlowly(ground, at)))
  await pause(CUT_OFF_SECONDS)
  const left = callers.filter(({ closedAt }) => closedAt === null)
  for (const { socket } of left) socket.destroy()
  await beside.stop()
  const numbers = [...before.numbers, ...beside.numbers]
  const { lost, doubled } = await countEffects(ground, numbers)
  const seconds = callers.map(({ openedAt, closedAt }) => ((closedAt ?? Date.now()) - openedAt) / 1_000)
  const told = callers.filter(({ said }) => said.startsWith('HTTP/1.1 408')).length
  return {
    killed: `nothing: ${CALLERS} callers send half a request, beside ${ORDERS_A_SECOND} orders/s`,
    ...{ sent: numbers.length, lost, doubled, noticed: null, doneSeconds: null, healedSeconds: null },
    promises: [
      { words: `all of them are cut off; left: ${left.length}`, kept: left.length === 0 },
      { words: `no order had to be sent again: ${beside.repeated}`, kept: beside.repeated === 0 },
    ],
    notes: [
      `orders before p50 / p99 ${quantiles(before.latenciesMs)} ms, beside them ${quantiles(beside.latenciesMs)} ms`,
      `cut off after ${quantiles(seconds)} s (p50 / p99), ${told} of ${CALLERS} were told 408`,
    ],
  }
}

/** One that stops in its headers, one that stops in its body, one that drips a byte a second, in turn. */
async function callSlowly({ url, key }: Ground, at: number): Promise<Caller> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  const caller: Caller = { socket, openedAt: Date.now(), closedAt: null, said: '' }
  socket.on('data', (chunk) => {
    caller.said += chunk.toString('latin1')
  })
  // Cut off in the middle of its own sentence.
  socket.on('error', () => {})
  await new Promise<void>((ready) => socket.once('connect', ready).once('close', () => ready()))
  const headers = [
    ...['POST /api/orders HTTP/1.1', `host: ${host}`, `authorization: Bearer ${key}`],
    ...['content-type: application/json', 'content-length: 500', `idempotency-key: slow-${at}`],
  ].join('\r\n')
  socket.write(at % 3 === 0 ? headers : `${headers}\r\n\r\n{"customer"`)
  const drip = at % 3 === 2 ? setInterval(() => socket.write(' '), DRIP_MS) : undefined
  socket.once('close', () => {
    clearInterval(drip)
    caller.closedAt = Date.now()
  })
  return caller
}

function quantiles(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  return [0.5, 0.99].map((share) => percentile(sorted, share).toFixed(0)).join(' / ')
}
