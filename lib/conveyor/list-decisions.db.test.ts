import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { boxPathSchema, type DecisionFilter, decisionListSchema } from './figures-schema'
import { listDecisions } from './list-decisions'
import { findBox } from './queries'
import { readSeries } from './read-series'

const NOON = Date.parse('2026-11-21T12:00:00Z')
const after = (seconds: number) => new Date(NOON + seconds * 1_000)
let seq = 0

/** A decision on SORT-1, whose exceptions leave by L4. */
async function decide(
  seconds: number,
  said: Partial<Parameters<typeof db.divertDecision.create>[0]['data']>,
) {
  const id = crypto.randomUUID()
  const about = { id, siteId: SHOP, sorter: 'SORT-1', scanner: 'S1', seq: ++seq, barcode: `T${seq}` }
  const when = {
    scannedAt: after(seconds),
    decidedAt: after(seconds),
    deadlineMs: 450,
    elapsedMicros: seq * 100,
  }
  await db.divertDecision.create({
    data: { ...about, ...when, action: 'divert', lane: 'L1', because: 'routed', ...said } as never,
  })
  return id
}
const confirmed = (outcome: 'diverted' | 'missed' | 'lost', actualLane: string | null) => ({
  outcome,
  actualLane,
  confirmedAt: after(90),
})
const REJECT = { action: 'reject', lane: null, because: 'no-read', barcode: null }

const list = async (filter: DecisionFilter = {}) => {
  const page = await listDecisions({ site: SHOP, limit: 50, ...filter })
  return decisionListSchema.parse(page).items.map(({ decisionId }) => decisionId)
}

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
  seq = 0
  const sorters = [
    { id: 'SORT-1', exceptionLane: 'L4' },
    { id: 'SORT-2', exceptionLane: 'L12' },
  ]
  await db.conveyorPlan.create({ data: { siteId: SHOP, topology: { sorters } } })
})

it('lists every decision once, newest first, also those of one instant', async () => {
  const ids: string[] = []
  for (let n = 0; n < 7; n++) ids.push(await decide(Math.floor(n / 3), {}))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listDecisions({ site: SHOP, limit: 2, cursor })
    seen.push(...page.items.map(({ decisionId }) => decisionId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen.toSorted()).toEqual(ids.toSorted())
  expect(seen).toEqual(await list())
  expect(await list({ from: after(1).toISOString(), to: after(2).toISOString() })).toHaveLength(3)
  expect((await listDecisions({ site: 'ELSEWHERE-9', limit: 2 })).items).toEqual([])
})

it('calls a mis-sort what was read and went elsewhere; an exception belongs in the exception lane', async () => {
  const right = await decide(0, confirmed('diverted', 'L1'))
  const wrong = await decide(1, confirmed('diverted', 'L2'))
  const rejected = await decide(2, {
    ...REJECT,
    barcode: 'X',
    because: 'unknown-barcode',
    ...confirmed('diverted', 'L4'),
  })
  const strayed = await decide(3, {
    ...REJECT,
    barcode: 'Y',
    because: 'unknown-barcode',
    ...confirmed('diverted', 'L3'),
  })
  const unread = await decide(4, { ...REJECT, ...confirmed('diverted', 'L3') })
  const missed = await decide(5, confirmed('missed', null))
  const waiting = await decide(6, {})
  const around = { action: 'recirculate', lane: null, because: 'lane-full' }
  const strayedToo = await decide(7, { ...around, ...confirmed('diverted', 'L2') })
  expect(await list({ misSort: true })).toEqual([strayedToo, strayed, wrong])
  expect(await list({ misSort: false })).toEqual([waiting, missed, unread, rejected, right])
  expect(await list({ lane: 'L4' })).toEqual([unread, strayed, rejected])
  expect(await list({ outcome: 'unconfirmed' })).toEqual([waiting])
  expect(await list({ outcome: 'missed' })).toEqual([missed])
  expect(await list({ because: 'no-read', scanner: 'S1', sorter: 'SORT-1', action: 'reject' })).toEqual([
    unread,
  ])
  expect(await list({ barcode: 'T2' })).toEqual([wrong])
})

it('tells the whole path of a box, oldest first, and of a label that was only read what is known', async () => {
  const about = { siteId: SHOP, kind: 'tote', destination: 'pack' } as const
  await db.conveyorBox.create({ data: { ...about, barcode: 'T000123', orderNumber: 'W-1' } })
  const first = await decide(0, {
    barcode: 'T000123',
    action: 'recirculate',
    lane: null,
    because: 'lane-full',
  })
  const second = await decide(30, { barcode: 'T000123', ...confirmed('diverted', 'L1') })
  const path = boxPathSchema.parse(await findBox(SHOP, 'T000123'))
  expect(path).toMatchObject({ orderNumber: 'W-1', olderScans: 0, box: { state: 'expected', kind: 'tote' } })
  expect(path.decisions.map(({ decisionId }) => decisionId)).toEqual([first, second])
  await decide(0, { barcode: 'STRANGE' })
  expect(await findBox(SHOP, 'STRANGE')).toMatchObject({
    box: null,
    orderNumber: null,
    decisions: [{ misSort: false }],
  })
  expect(await findBox(SHOP, 'NEVER')).toBeNull()
})

it('counts a time step by step, by scanner and by lane, and leaves out what lies beside it', async () => {
  await decide(-1, {})
  await decide(0, confirmed('diverted', 'L1'))
  await decide(59, { ...REJECT, ...confirmed('diverted', 'L4') })
  await decide(125, confirmed('diverted', 'L2'))
  await decide(126, {
    sorter: 'SORT-2',
    scanner: 'S2',
    action: 'recirculate',
    lane: null,
    because: 'lane-full',
  })
  await decide(180, {})
  const asked = { site: SHOP, from: after(0), to: after(180), stepSeconds: 60 }
  const series = await readSeries(asked)
  expect(series.buckets.map(({ scans, noReads, misSorts }) => [scans, noReads, misSorts])).toEqual([
    [2, 1, 0],
    [0, 0, 0],
    [2, 0, 1],
  ])
  expect(series.buckets[0]).toMatchObject({
    rejectedBecause: { 'no-read': 1 },
    decisionMicros: { p50: 200, max: 300 },
  })
  expect(series.buckets[1]).toMatchObject({ decisionMicros: null, rejectedBecause: {} })
  expect(series.total).toMatchObject({
    scans: 4,
    arrived: 3,
    diverted: 2,
    recirculated: 1,
    rejected: 1,
    rejectedBecause: { 'no-read': 1 },
  })
  expect(series.scanners).toMatchObject([
    { scanner: 'S1', sorter: 'SORT-1', scans: 3 },
    { scanner: 'S2', sorter: 'SORT-2', scans: 1, recirculated: 1 },
  ])
  expect(series.lanes.toSorted((a, b) => a.lane.localeCompare(b.lane))).toMatchObject([
    { lane: 'L1', scans: 2, arrived: 2, misSorts: 1 },
    { lane: 'L4', scans: 1, arrived: 1 },
  ])
  expect((await readSeries({ ...asked, sorter: 'SORT-2' })).total.scans).toBe(1)
  expect((await readSeries({ ...asked, site: 'ELSEWHERE-9' })).total.scans).toBe(0)
})
