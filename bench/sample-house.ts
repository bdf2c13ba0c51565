import type pg from 'pg'
import type { House } from './open-house'
import { ms, percentile, type Table } from './tables'
import { houseUses } from './use-of-processes'

const MEGABYTE = 1_048_576
const PARTS = ['web', 'night shift', 'postgres'] as const
const ANSWERED = ['orders', 'events', 'scans', 'questions'] as const

/** One minute: each row of the table by its name. */
export type Sample = Record<string, number>

type Minute = {
  house: House
  database: pg.Client
  taken: { orders: number; events: number }
  /** Milliseconds of what was answered in the minute, by what it was. */
  times: Record<string, number[]>
}

/** What a house holds, owes and takes for an answer, at the end of a minute. */
export async function sampleHouse({ house, database, taken, times }: Minute): Promise<Sample> {
  const uses = houseUses()
  const metrics = await readMetrics(house)
  const owed = await readOwed(database)
  const held = PARTS.flatMap((part): [string, number][] => [
    [`${part}: memory MB`, (uses[part]?.memoryBytes ?? 0) / MEGABYTE],
    [`${part}: open files`, uses[part]?.handles ?? 0],
  ])
  const answered = ANSWERED.flatMap((kind): [string, number][] => {
    const sorted = (times[kind] ?? []).toSorted((one, other) => one - other)
    return [
      [`${kind}: p50 ms`, percentile(sorted, 0.5)],
      [`${kind}: p99 ms`, percentile(sorted, 0.99)],
    ]
  })
  return Object.fromEntries([
    ['orders taken', taken.orders],
    ['events taken', taken.events],
    ...held,
    ['web: heap MB', (metrics.nodejs_heap_size_used_bytes ?? 0) / MEGABYTE],
    ['web: event loop p99 ms', (metrics.nodejs_eventloop_lag_p99_seconds ?? 0) * 1_000],
    ...answered,
    ['steps overdue', owed.overdue],
    ['oldest step owed s', owed.oldestSeconds],
    ['outbox waiting', owed.outbox],
    ['pick lists open', owed.lists],
    ['dead letters', owed.dead],
    ['database MB', owed.bytes / MEGABYTE],
  ])
}

async function readMetrics({ url, key }: House): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${key}` } })).text()
  const lines = text.split('\n').filter((line) => !line.startsWith('#'))
  return Object.fromEntries(lines.map((line) => [line.split(/[ {]/)[0], Number(line.split(' ').at(-1))]))
}

async function readOwed(database: pg.Client) {
  const { rows } = await database.query(
    `SELECT count(*) FILTER (WHERE due_at < now())::int AS overdue,
            coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS "oldestSeconds",
            (SELECT count(*)::int FROM outbox_event WHERE relayed_at IS NULL) AS outbox,
            (SELECT count(*)::int FROM pick_list WHERE state IN ('open', 'touring')) AS lists,
            (SELECT count(*)::int FROM dead_letter) AS dead,
            pg_database_size(current_database())::float8 AS bytes
       FROM order_step JOIN orders ON orders.number = order_number
      WHERE order_step.state NOT IN ('done', 'failed')`,
  )
  return rows[0]
}

const BLOCKS = '▁▂▃▄▅▆▇█'

/** Each row with its course, and what its last third is to its second: the first warms up. */
export function drawSoak(samples: Sample[], { title, note }: { title: string; note: string }): Table[] {
  const names = Object.keys(samples[0] ?? {})
  const third = Math.floor(samples.length / 3)
  const rows = names.map((name) => {
    const values = samples.map((sample) => sample[name] ?? Number.NaN)
    const [middle, last] = [medianOf(values.slice(third, 2 * third)), medianOf(values.slice(2 * third))]
    const ratio = middle > 0 ? (last / middle).toFixed(2) : '–'
    return [name, ...[values[0] ?? 0, middle, last, Math.max(...values)].map(ms), ratio, courseOf(values)]
  })
  return [
    {
      title,
      columns: ['', 'first minute', 'second third', 'last third', 'largest', 'last to second', 'course'],
      rows,
      note,
    },
  ]
}

const medianOf = (values: number[]): number =>
  percentile(
    values.toSorted((one, other) => one - other),
    0.5,
  )

/** From nought to the largest. */
function courseOf(values: number[]): string {
  const most = Math.max(...values, Number.MIN_VALUE)
  return values.map((value) => BLOCKS[Math.round((value / most) * (BLOCKS.length - 1))] ?? ' ').join('')
}
