import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'
import { bodyOf, openClient } from '@/simulate/client/open-client'
import { drawBaskets } from '@/simulate/draw-baskets'
import { orderOfBasket } from '@/simulate/order-of-basket'
import { cpuOfHouse } from './cpu-of-processes'
import { type House, openHouse } from './open-house'
import { ms, percentile, type Table } from './tables'

const CLIENTS = [1, 8, 32]
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)

type Line = { clients: number; perSecond: number; p50: number; p99: number; cpu: Record<string, number> }
type Order = ReturnType<typeof orderOfBasket>

/**
 * Orders through the whole HTTP door, beside the same statements by bare `pg` and beside doing all six steps in line,
 * in the same run on the same machine. The payment sandbox answers at once.
 */
export async function benchOrders(): Promise<Table[]> {
  const house = await openHouse()
  try {
    process.env.DATABASE_URL = house.databaseUrl
    process.env.STOWLINE_DATA = house.dataFolder
    const baskets = drawBaskets(2_000, 1).map((basket, number) => orderOfBasket(basket, number, 'GROCERY-1'))
    const door: Line[] = []
    const bare: Line[] = []
    const inline: Line[] = []
    await engine(house, 'stopped')
    await viaDoor(house, baskets, 8, 3) // warm up, not counted
    const { closeBare, placeBare, placeInline } = await import('./place-without-door')
    for (const clients of CLIENTS) {
      door.push(await viaDoor(house, baskets, clients, SECONDS))
      bare.push(await measure(clients, SECONDS, placeBare(baskets)))
      inline.push(await measure(clients, SECONDS, await placeInline(baskets)))
    }
    await engine(house, 'running')
    const withNight = await viaDoor(house, baskets, 8, SECONDS)
    await closeBare()
    return [ordersTable(door, bare, inline), cpuTable(door), nightTable(door[1], withNight)]
  } finally {
    await house.close()
  }
}

async function viaDoor(house: House, orders: Order[], clients: number, seconds: number): Promise<Line> {
  const pool = new Pool(house.url, { connections: clients, pipelining: 1 })
  const headers = { authorization: `Bearer ${house.key}`, 'content-type': 'application/json' }
  let next = 0
  const line = await measure(clients, seconds, async () => {
    const body = JSON.stringify(orders[next++ % orders.length])
    const answer = await pool.request({
      path: '/api/orders',
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body,
    })
    await answer.body.dump()
    if (answer.statusCode !== 201 && answer.statusCode !== 409) throw new Error(`answer ${answer.statusCode}`)
  })
  await pool.close()
  return line
}

async function measure(clients: number, seconds: number, one: () => Promise<void>): Promise<Line> {
  const cpuBefore = cpuOfHouse()
  const ownBefore = process.cpuUsage()
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const began = performance.now()
        await one()
        times.push(performance.now() - began)
      }
    }),
  )
  const elapsed = (performance.now() - start) / 1000
  const own = process.cpuUsage(ownBefore)
  const after = cpuOfHouse()
  const cpu: Record<string, number> = { client: (own.user + own.system) / 1000 / times.length }
  for (const [part, value] of Object.entries(after))
    cpu[part] = (value - (cpuBefore[part] ?? 0)) / times.length
  times.sort((a, b) => a - b)
  return {
    clients,
    perSecond: times.length / elapsed,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpu,
  }
}

// Postgres is this process's child, the rest are the house's.

async function engine(house: House, state: 'running' | 'stopped'): Promise<void> {
  await bodyOf(openClient(house).PUT('/api/demo/faults', { body: { engine: state } }))
}

function ordersTable(door: Line[], bare: Line[], inline: Line[]): Table {
  const rows = door.flatMap((line, index) => {
    const others = [
      ['whole HTTP door', line],
      ['same statements, bare pg', bare[index]],
      ['all six steps in line', inline[index]],
    ] as const
    return others.flatMap(([name, one]) =>
      one
        ? [
            [
              name,
              line.clients,
              one.perSecond.toFixed(0),
              ms(one.p50),
              ms(one.p99),
              (one.perSecond / line.perSecond).toFixed(2),
            ],
          ]
        : [],
    )
  })
  const columns = ['orders', 'clients', 'per second', 'p50 ms', 'p99 ms', 'ratio to door']
  return { title: 'Placing orders', columns, rows }
}

function cpuTable(door: Line[]): Table {
  const parts = ['web', 'postgres', 'sandbox', 'client'] as const
  const rows = door.map((line) => [
    `${line.clients} clients`,
    ...parts.map((part) => ms(line.cpu[part] ?? 0)),
  ])
  return { title: 'CPU-ms per order through the door', columns: ['', ...parts], rows }
}

function nightTable(without: Line | undefined, withNight: Line): Table {
  const rows = [without, withNight].flatMap((line, index) =>
    line ? [[index ? 'running' : 'stopped', line.perSecond.toFixed(0), ms(line.p50), ms(line.p99)]] : [],
  )
  return {
    title: 'The night shift beside 8 clients',
    columns: ['night shift', 'per second', 'p50 ms', 'p99 ms'],
    rows,
  }
}
