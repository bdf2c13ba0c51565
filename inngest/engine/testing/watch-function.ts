import type { InngestFunction } from 'inngest'
import { pool } from '@/lib/platform/db'
import { openTestEngine, sayEvent, until } from './open-test-engine'

export const SECOND = 1_000
export const HOUR = 3_600_000

type Functions = Parameters<typeof openTestEngine>[0]
export type Options = Parameters<Parameters<Functions>[0]['createFunction']>[0]

let time = 0
let looks = 0

function now(): Date {
  looks++
  return new Date(time)
}

/** Options of an engine that goes by a clock which only `pass` moves. */
export const clock = { now, leaseMs: 1e9, pollMs: 2 }

export function setClock(instant: string): void {
  time = Date.parse(instant)
}

/** Opens an engine with one function; what its calls saw, in their order, with the second since then. */
export async function watchFunction(options: Omit<Options, 'id'>): Promise<string[]> {
  const began = time
  const calls: string[] = []
  const watched: Functions = (client): InngestFunction.Any[] => [
    client.createFunction(
      { id: 'watched', triggers: [{ event: 'shop/placed' }], ...options } as Options,
      ({ event, events }) => {
        calls.push(
          `${(events as (typeof event)[]).map(({ data }) => data.name).join('+')} at ${(time - began) / SECOND}`,
        )
      },
    ),
  ]
  await openTestEngine(watched, clock)
  return calls
}

export function say(name: string, data: object = {}): Promise<void> {
  return sayEvent('shop/placed', name, { name, ...data }, new Date(time))
}

/** Waits until nothing is left to do, lets time go by, and waits again. */
export async function pass(ms: number): Promise<void> {
  await quiet()
  time += ms
  const from = looks
  // A turn that began before may still be about to take events with the time it knew.
  await until(() => looks > from + 20)
  await quiet()
}

async function quiet() {
  for (const left of [
    'SELECT FROM outbox_event WHERE relayed_at IS NULL AND $1::timestamptz IS NOT NULL',
    'SELECT FROM engine_job WHERE due_at <= $1',
  ])
    await until(async () => (await pool.query(left, [new Date(time)])).rowCount === 0)
}
