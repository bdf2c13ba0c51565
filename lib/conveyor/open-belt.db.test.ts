import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cutOffDatabase } from '@/lib/testing/cut-off-database'
import type { Topology } from './topology-schema'

const way = await cutOffDatabase()
const { pool } = await import('@/lib/platform/db')
const { openSockets } = await import('@/lib/platform/open-sockets')
const { emptyDatabase } = await import('@/lib/testing/database')
const { openBelt } = await import('./open-belt')
const { PEER_NAMESPACE, RELEASED } = await import('./reach-owners')

const TOPOLOGY: Topology = {
  format: 'stowline-conveyor/1',
  sorters: [
    {
      ...{ id: 'SORT-1', name: 'Totes', speedMetresPerSecond: 0.1, lengthMetres: 20, exceptionLane: 'L9' },
      scanners: [{ id: 'S1', atMetres: 1 }],
      lanes: [
        { id: 'L1', name: 'PACK-1', atMetres: 5, lengthMetres: 5, capacity: 50, serves: ['pack'] },
        { id: 'L2', name: 'PACK-2', atMetres: 8, lengthMetres: 5, capacity: 50, serves: ['pack'] },
        { id: 'L9', name: 'Exceptions', atMetres: 18, lengthMetres: 5, capacity: 50, serves: [] },
      ],
    },
  ],
}

let folder: string
const closers: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stowline-belt-'))
  await emptyDatabase()
  await pool.query(
    `INSERT INTO site (id, name, time_zone, currency, locale) VALUES ('X', 'Shop', 'UTC', 'EUR', 'en')`,
  )
  await pool.query(`INSERT INTO conveyor_plan (site_id, topology) VALUES ('X', $1)`, [
    JSON.stringify(TOPOLOGY),
  ])
  await pool.query(
    `INSERT INTO conveyor_box (site_id, barcode, kind, order_number, destination)
     SELECT 'X', 'T' || n, 'tote', 'SO-' || n, 'pack' FROM generate_series(1, 40) AS n`,
  )
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  rmSync(folder, { recursive: true, force: true })
})

/** A web process's part of the belt, with its own port for the others. */
async function open(spools = folder) {
  const server = createServer()
  const sockets = openSockets(server, async () => null)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const none = () => {}
  const belt = await openBelt({
    ...{ folder: spools, url: `http://127.0.0.1:${port}`, hasListeners: () => false, show: none, pass: none },
  })
  const space = sockets.serve(
    PEER_NAMESPACE,
    async (_headers, { token }) => (token === belt.peers.token ? 'peer' : null),
    belt.peers.answers,
  )
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await sockets.close()
    await belt.close()
  }
  closers.push(close)
  const handOver = () => belt.handOver(() => space.tell(RELEASED, null))
  return { ...belt, handOver, close }
}
type Belt = Awaited<ReturnType<typeof open>>

const scan = (belt: Belt, seq: number, barcode: string | null = `T${seq}`) =>
  Promise.resolve(
    belt.scan({ site: 'X', scanner: 'S1', barcode, at: new Date().toISOString(), seq }, performance.now()),
  )
const decisions = async () =>
  (await pool.query('SELECT id, lane, outcome, actual_lane FROM divert_decision ORDER BY id')).rows
const settled = (belt: Belt) =>
  vi.waitFor(() => expect(belt.standing().unrecorded).toBe(0), { timeout: 10_000 })

it('answers at once, records after, and gives the same number the same answer, then recorded', async () => {
  const belt = await open()
  const first = await scan(belt, 1)
  expect(first).toMatchObject({ action: 'divert', because: 'routed', deadlineMs: 36_000, recorded: false })
  await settled(belt)
  expect(await scan(belt, 1)).toEqual({ ...first, recorded: true })
  expect(await decisions()).toEqual([
    { id: first.decisionId, lane: first.lane, outcome: null, actual_lane: null },
  ])
})

it('goes on answering while the database is away, and records every answer once when it is back', async () => {
  const belt = await open()
  const before = await scan(belt, 1)
  await way.cut()
  const answers = []
  for (let seq = 2; seq <= 40; seq++) answers.push(await scan(belt, seq))
  expect(answers.every(({ action, recorded }) => action === 'divert' && !recorded)).toBe(true)
  await belt.confirm(
    answers[0]?.decisionId ?? '',
    { outcome: 'diverted', actualLane: 'L1', at: new Date().toISOString() },
    'all',
  )
  expect(await belt.setLane('X', 'L1', 'closed', 'Mara')).toMatchObject({ state: 'closed' })
  expect(belt.standing().unrecorded).toBeGreaterThanOrEqual(41)
  expect(await scan(belt, 1)).toMatchObject({ decisionId: before.decisionId, lane: before.lane })
  await way.mend()
  await settled(belt)
  const kept = await decisions()
  expect(kept.map(({ id, lane }) => [id, lane]).sort()).toEqual(
    [before, ...answers].map(({ decisionId, lane }) => [decisionId, lane]).sort(),
  )
  expect(kept.filter(({ outcome }) => outcome !== null)).toEqual([
    { id: answers[0]?.decisionId, lane: answers[0]?.lane, outcome: 'diverted', actual_lane: 'L1' },
  ])
  const lanes = await pool.query('SELECT lane, state, changed_by FROM conveyor_lane')
  expect(lanes.rows).toEqual([{ lane: 'L1', state: 'closed', changed_by: 'Mara' }])
})

it.each([
  '999999999-dead',
  // In a container every process of ours has the same number.
  `${process.pid}-dead`,
])('records what a process that died had only in its spool %s, and clears it away', async (name) => {
  const home = join(folder, name)
  mkdirSync(home, { recursive: true })
  const decisionId = '01996b7e-0000-8000-8000-000000000001'
  const fact = {
    ...{
      fact: 'decided',
      decisionId,
      site: 'X',
      sorter: 'SORT-1',
      scanner: 'S1',
      seq: 5,
      barcode: 'T5',
      orderNumber: 'SO-5',
    },
    ...{ action: 'divert', lane: 'L2', because: 'routed', scannedAtMs: Date.now(), decidedAtMs: Date.now() },
    ...{ deadlineMs: 36_000, elapsedMicros: 20 },
  }
  // Death cut the last line short: nobody heard that answer.
  writeFileSync(join(home, '000001.jsonl'), `${JSON.stringify(fact)}\n${JSON.stringify(fact)}\n{"fact":"deci`)
  const belt = await open()
  expect(await decisions()).toMatchObject([{ id: decisionId, lane: 'L2' }])
  expect(await scan(belt, 5)).toMatchObject({ decisionId, lane: 'L2', recorded: true })
  expect(readdirSync(folder).filter((name) => name.includes('dead'))).toEqual([])
})

it('closes with nothing owed, and is the same belt when it is opened again', async () => {
  const belt = await open()
  await belt.setLane('X', 'L2', 'full', 'sensor')
  const first = await scan(belt, 3)
  await belt.close()
  const again = await open()
  expect(await scan(again, 3)).toEqual({ ...first, recorded: true })
  expect((await again.describe('X'))?.lanes.find(({ id }) => id === 'L2')).toMatchObject({ state: 'full' })
})

it('lets one process answer for a sorter, for all who ask the other, and takes over when it goes', async () => {
  const owner = await open()
  const other = await open(join(folder, 'other'))
  const first = await vi.waitFor(async () => {
    const answer = await scan(other, 1)
    expect(answer.because).toBe('routed')
    return answer
  })
  expect((await scan(owner, 1)).decisionId).toBe(first.decisionId)
  expect(await other.setLane('X', 'L1', 'closed', 'Mara')).toMatchObject({ id: 'L1', state: 'closed' })
  const second = await scan(other, 2)
  expect(second.lane).toBe('L2')
  const at = new Date().toISOString()
  expect(
    await other.confirm(second.decisionId, { outcome: 'diverted', actualLane: 'L1', at }, 'all'),
  ).toMatchObject({
    confirmed: { misSort: true },
  })
  expect(
    await other.confirm(second.decisionId, { outcome: 'diverted', actualLane: 'L1', at }, ['Y']),
  ).toBeNull()
  await owner.close()
  expect(await scan(other, 1)).toMatchObject({
    decisionId: first.decisionId,
    lane: first.lane,
    recorded: true,
  })
  expect(await scan(other, 4)).toMatchObject({ action: 'divert', lane: 'L2' })
})

it('hands its sorters over with its answers, and scans that come still to who took them', async () => {
  const first = await open()
  const before = await scan(first, 1)
  const second = await open()
  await first.handOver()
  expect(await scan(second, 1)).toMatchObject({ decisionId: before.decisionId, lane: before.lane })
  const passed = await scan(first, 2)
  expect(passed).toMatchObject({ action: 'divert', because: 'routed' })
  expect(await scan(second, 2)).toMatchObject({ decisionId: passed.decisionId, lane: passed.lane })
})

it('knows a box a moment after it was announced, and what no scanner of the drawing saw', async () => {
  const belt = await open()
  expect(await scan(belt, 50, 'NEW-1')).toMatchObject({ action: 'reject', because: 'unknown-barcode' })
  await pool.query(
    `INSERT INTO conveyor_box (site_id, barcode, kind, destination) VALUES ('X', 'NEW-2', 'tote', 'pack')`,
  )
  await belt.hear(false)
  expect(await scan(belt, 51, ']C1new-2')).toMatchObject({ action: 'divert' })
  const stray = { site: 'X', scanner: 'S77', barcode: 'T1', at: new Date().toISOString(), seq: 1 }
  expect(await belt.scan(stray, performance.now())).toMatchObject({
    action: 'reject',
    because: 'unknown-scanner',
  })
})

it('puts a parcel on the trailer that leaves next, by the clock of its site', async () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16)
  const [sorter] = TOPOLOGY.sorters
  const trailer = (id: string, atMetres: number, minutes: number) => ({
    ...{ id, name: `UPS ${id}`, atMetres, lengthMetres: 5, capacity: 50, serves: ['UPS'] },
    departures: [inMinutes(minutes)],
  })
  const lanes = [
    ...(sorter?.lanes ?? []),
    trailer('L5', 10, 90),
    trailer('L6', 12, 30),
    trailer('L7', 14, 60),
  ]
  await pool.query(`UPDATE conveyor_plan SET topology = $1`, [
    JSON.stringify({ ...TOPOLOGY, sorters: [{ ...sorter, lanes }] }),
  ])
  await pool.query(`UPDATE conveyor_box SET kind = 'parcel', destination = 'UPS'`)
  const belt = await open()
  await belt.hear(false)
  const taken = []
  for (let seq = 1; seq <= 5; seq++) taken.push((await scan(belt, seq)).lane)
  expect(taken).toEqual(['L6', 'L6', 'L6', 'L6', 'L6'])
  await belt.setLane('X', 'L6', 'closed', 'Mara')
  expect((await scan(belt, 6)).lane).toBe('L7')
})
