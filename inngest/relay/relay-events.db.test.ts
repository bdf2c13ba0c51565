import { afterEach, beforeEach, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { emptyDatabase } from '@/lib/testing/database'
import { sayEvent, until } from '../engine/testing/open-test-engine'
import { openRelay, type Relay, type RelayOptions } from './open-relay'
import { accepted, openStandIn, refusal, type Sent } from './testing/open-stand-in'

let server: Awaited<ReturnType<typeof openStandIn>>
let relays: Relay[] = []
let refused: { id: string; reason: string }[] = []

beforeEach(async () => {
  await emptyDatabase()
  server = await openStandIn()
  refused = []
})

afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()))
  relays = []
  await server.down()
})

async function open(options: Partial<RelayOptions> = {}): Promise<Relay> {
  const relay = await openRelay({
    baseUrl: server.url,
    eventKey: 'the key/',
    signingKey: 'ab12',
    doors: server.url,
    onRefused: async (event, reason) => void refused.push({ id: event.id, reason }),
    pollMs: 20,
    firstWaitMs: 5,
    longestWaitMs: 20,
    ...options,
  })
  relays.push(relay)
  return relay
}

const names = (count: number) => Array.from({ length: count }, (_, n) => `e${String(n).padStart(3, '0')}`)

async function sayAll(ids: string[]): Promise<void> {
  for (const id of ids) await sayEvent('shop/placed', id, { n: id })
}

async function waiting(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT event_id AS id FROM outbox_event WHERE relayed_at IS NULL ORDER BY id',
  )
  return rows.map(({ id }) => id)
}

const allRelayed = () => until(async () => (await waiting()).length === 0)

async function trouble(): Promise<string | null | undefined> {
  const { rows } = await pool.query<{ trouble: string | null }>('SELECT trouble FROM heartbeat')
  return rows[0]?.trouble
}

/** How often the server took each event. */
function times(sent: Sent[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { id } of sent) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

it('carries what happened, when it happened and under its own id, and marks it as gone', async () => {
  const at = new Date('2026-11-21T08:00:00.123Z')
  await sayEvent('shop/placed', 'order-1', { total: 5, name: 'Ädä' }, at)
  await open()
  await allRelayed()
  expect(server.sent()).toEqual([
    { id: 'order-1', name: 'shop/placed', data: { total: 5, name: 'Ädä' }, ts: at.getTime() },
  ])
  expect(server.posts()[0]?.path).toBe('/e/the%20key%2F')
  expect(server.posts()[0]?.headers['x-inngest-event-id-seed']).toMatch(/^1795248000123,[\w+/]{14}==$/)
})

it('hears of news at once and sends many in few requests', async () => {
  await open({ pollMs: 60_000, batch: 40 })
  await until(() => server.requests.some(({ method }) => method === 'PUT'))
  await sayAll(names(100))
  wakeNightShift()
  await allRelayed()
  expect(times(server.sent())).toEqual(Object.fromEntries(names(100).map((id) => [id, 1])))
})

it('registers the functions, signed, before the first event', async () => {
  let closed = 2
  server.onRegistration(() =>
    closed-- > 0
      ? { status: 500, body: { message: 'Failed to register; no', modified: false } }
      : { status: 200, body: {} },
  )
  await sayAll(['e1'])
  await open()
  await allRelayed()
  const asked = server.asks()
  const told = server.requests.filter((request) => !asked.includes(request))
  expect(told.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'PUT', 'POST'])
  expect(told[0]?.headers['x-inngest-signature']).toMatch(/^t=\d+&s=[0-9a-f]{64}$/)
})

it('waits while the doors are closed, and says nothing of it', async () => {
  const doors = await openStandIn()
  await doors.down()
  await sayAll(['e1'])
  await open({ doors: doors.url })
  expect(await trouble()).toBe(null)
  await doors.up()
  await allRelayed()
  await doors.down()
})

it('loses nothing while the server is away, says why, registers again and goes on', async () => {
  const doors = await openStandIn()
  await open({ doors: doors.url })
  await until(() => doors.requests.length === 1)
  await server.down()
  await sayAll(names(5))
  const said = await until(async () => (await trouble()) ?? false)
  expect(said).toBe(`Inngest server ${server.url}: connect ECONNREFUSED ${new URL(server.url).host}`)
  expect(await waiting()).toEqual(names(5))
  await server.up()
  await allRelayed()
  expect(times(server.sent())).toEqual(Object.fromEntries(names(5).map((id) => [id, 1])))
  expect(doors.requests.length).toBeGreaterThanOrEqual(2)
  await until(async () => (await trouble()) === null)
  await doors.down()
})

it('sends again, under the same ids, what a server took shortly before it was lost', async () => {
  const doors = await openStandIn()
  await open({ doors: doors.url, askAfterMs: 10 })
  await sayAll(names(3))
  await until(() => server.sent().length === 3)
  await allRelayed()
  await server.down()
  await until(async () => (await trouble()) ?? false)
  await server.up()
  await until(() => server.sent().length > 3)
  await allRelayed()
  expect(times(server.sent())).toEqual(Object.fromEntries(names(3).map((id) => [id, 2])))
  await doors.down()
})

it.each([
  ['500', { status: 500, body: 'broken' }],
  ['a wrong key', { status: 401, body: { status: 401, error: 'Event key not found' } }],
  ['a page of a proxy', { status: 200, body: '<html>' }],
  ['400 by somebody else', { status: 400, body: '<html>' }],
  ['200 that is none', { status: 200, body: { ids: [], status: 503 } }],
] as const)('sends the same events again after %s', async (_, answer) => {
  server.onEvents((events) => (events.length > 0 ? answer : accepted))
  await sayAll(names(3))
  await open()
  await until(() => server.posts().length >= 3)
  expect(await waiting()).toEqual(names(3))
  server.accept()
  await allRelayed()
  const seeds = new Set(server.posts().map(({ headers }) => headers['x-inngest-event-id-seed']))
  expect(seeds.size).toBe(1)
  expect(refused).toEqual([])
})

it.each(['say nothing', 'lose the answer'] as const)(
  'sends the same ids and seed again to a server that took them and did %s',
  async (silence) => {
    let taken = 0
    server.onEvents((events) => (events.length > 0 && taken++ === 0 ? silence : accepted))
    await sayAll(names(3))
    await open({ timeoutMs: 200 })
    await allRelayed()
    const [first, second] = server.posts()
    expect(second?.body).toEqual(first?.body)
    expect(second?.headers['x-inngest-event-id-seed']).toBe(first?.headers['x-inngest-event-id-seed'])
  },
)

it('keeps a poisoned event aside with the reason, and the other 99 go', async () => {
  server.onEvents((events) => (events.some(({ id }) => id === 'e042') ? refusal : accepted))
  await sayAll(names(100))
  await open({ batch: 100 })
  await allRelayed()
  expect(refused).toEqual([{ id: 'e042', reason: '400 event name is empty' }])
  expect(server.posts().length).toBeLessThan(20)
  const good = server.posts().filter(({ body }) => !(body as Sent[]).some(({ id }) => id === 'e042'))
  expect(new Set(good.flatMap(({ body }) => (body as Sent[]).map(({ id }) => id))).size).toBe(99)
})

it('blames no event when the server refuses everything', async () => {
  server.onEvents(() => refusal)
  await sayAll(names(3))
  await open()
  expect(await until(async () => (await trouble()) ?? false)).toContain('400 event name is empty')
  expect(await waiting()).toEqual(names(3))
  server.accept()
  await allRelayed()
  expect(refused).toEqual([])
})

it('leaves an event waiting that nobody could keep', async () => {
  server.onEvents((events) => (events.length > 0 ? refusal : accepted))
  await sayAll(['e1'])
  let tries = 0
  await open({
    onRefused: async (event, reason) => {
      if (tries++ === 0) throw new Error('the letters are away')
      refused.push({ id: event.id, reason })
    },
  })
  await allRelayed()
  expect(refused).toHaveLength(1)
})

it('never sends what the embedded engine says to itself', async () => {
  await sayEvent('inngest/function.failed', 'run-1')
  await sayAll(['e1'])
  await open()
  await until(async () => (await waiting()).length === 1)
  expect(server.sent().map(({ id }) => id)).toEqual(['e1'])
})

it('shares the outbox between two relays without sending anything twice', async () => {
  await sayAll(names(200))
  await Promise.all([open({ batch: 10 }), open({ batch: 10 })])
  await allRelayed()
  expect(times(server.sent())).toEqual(Object.fromEntries(names(200).map((id) => [id, 1])))
})

it('notices that the server is away although nothing happens', async () => {
  const doors = await openStandIn()
  await open({ doors: doors.url, askAfterMs: 10 })
  await until(() => server.asks().length > 2)
  expect(server.sent()).toEqual([])
  await server.down()
  expect(await until(async () => (await trouble()) ?? false)).toContain('ECONNREFUSED')
  await server.up()
  await until(async () => (await trouble()) === null)
  await doors.down()
})

it('takes its heartbeat along when it is stopped', async () => {
  const relay = await open()
  expect(await trouble()).toBe(null)
  await relay.stop()
  expect(await trouble()).toBe(undefined)
})
