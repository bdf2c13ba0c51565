import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Scan } from '../schema'
import type { Sorter } from '../topology-schema'
import { confirmDecision, isMisSort } from './confirm-decision'
import { decideScan } from './decide-scan'
import { ratesOf } from './describe-sorter'
import { forgetOld } from './forget-old'
import { deadlineMsOf, missingAfterMs } from './geometry'
import { normaliseLabel } from './normalise-label'
import { resumeSorter } from './resume-sorter'
import { freshSorter, type KnownBox, type SorterState } from './sorter-state'

const LOOP: Sorter = {
  ...{ id: 'SORT-2', name: 'Parcels', speedMetresPerSecond: 2, lengthMetres: 40, exceptionLane: 'L9' },
  loop: { capacity: 2, mostLaps: 2 },
  scanners: [
    { id: 'S1', atMetres: 1 },
    { id: 'S2', atMetres: 20 },
  ],
  lanes: [
    { id: 'L1', name: 'UPS', atMetres: 3, lengthMetres: 5, capacity: 3, serves: ['UPS'] },
    { id: 'L2', name: 'DHL', atMetres: 22, lengthMetres: 5, capacity: 50, serves: ['DHL'] },
    { id: 'L9', name: 'Exceptions', atMetres: 38, lengthMetres: 5, capacity: 50, serves: [] },
  ],
}
const START = Date.parse('2026-11-21T09:00:00Z')
const parcel = (destination: string, more: Partial<KnownBox> = {}): KnownBox => ({
  ...{ kind: 'parcel', orderNumber: 'SO-1', destination, isCancelled: false },
  ...more,
})

function openLine(boxes: Record<string, KnownBox>, sorter: Sorter = LOOP) {
  const state = freshSorter(sorter)
  const around = { boxes: new Map(Object.entries(boxes)), isServedElsewhere: () => false }
  let ids = 0
  return {
    state,
    scan: (
      scanner: string,
      seq: number,
      barcode: string | null,
      atMs = 0,
      delayMs = 5,
      labels?: string[],
    ) => {
      const at = new Date(START + atMs).toISOString()
      const scan: Scan = { site: 'X', scanner, barcode, at, seq, ...(labels ? { labels } : {}) }
      return decideScan(state, scan, { decisionId: `d${++ids}`, nowMs: START + atMs + delayMs }, around)
    },
    confirm: (id: string, outcome: 'diverted' | 'missed' | 'lost', actualLane: string | null, atMs = 0) => {
      const answered = state.byId.get(id)
      return answered ? confirmDecision(state, answered, { outcome, actualLane }, START + atMs) : undefined
    },
  }
}
const comingTo = (state: SorterState, lane: string) => [...(state.lanes.get(lane)?.coming.keys() ?? [])]

it('computes deadlines from the way to the first divert', () => {
  expect(deadlineMsOf(LOOP, 1)).toBe(900)
  expect(deadlineMsOf(LOOP, 20)).toBe(900)
  // Behind the last divert of a loop the first one comes again; of a line its end does.
  expect(deadlineMsOf(LOOP, 39)).toBe(450)
  expect(deadlineMsOf({ ...LOOP, loop: undefined }, 39)).toBe(450)
  expect(deadlineMsOf({ ...LOOP, speedMetresPerSecond: 2.5 }, 2)).toBe(360)
})

it('gives the same number the same answer, and another label under it none', () => {
  const { scan, state } = openLine({ P1: parcel('UPS'), P2: parcel('DHL') })
  const first = scan('S1', 7, 'P1')
  expect(first.answered).toMatchObject({
    action: 'divert',
    lane: 'L1',
    because: 'routed',
    orderNumber: 'SO-1',
  })
  expect(scan('S1', 7, ' p1 ', 400)).toEqual({ answered: first.answered, isNew: false })
  expect(scan('S1', 7, 'P2', 450).answered).toMatchObject({ action: 'reject', because: 'sequence-reused' })
  expect(scan('S1', 7, 'P1', 500).answered).toBe(first.answered)
  expect(comingTo(state, 'L1')).toEqual(['P1'])
  // A counter that began anew is another box.
  expect(scan('S1', 7, 'P2', 11 * 60_000).answered).toMatchObject({ action: 'divert', lane: 'L2' })
})

it('never diverts a box that is past when the answer comes', () => {
  const { scan } = openLine({ P1: parcel('UPS') })
  expect(scan('S1', 1, 'P1', 0, 899).answered.because).toBe('routed')
  const { scan: late } = openLine({ P1: parcel('UPS') })
  expect(late('S1', 1, 'P1', 0, 900).answered).toMatchObject({
    action: 'recirculate',
    because: 'too-late',
    lane: null,
  })
})

it('reads a label twice as one box, and one that comes around as another lap', () => {
  const { scan, state } = openLine({ P1: parcel('UPS') })
  const lane = state.lanes.get('L1')
  if (lane) lane.state = 'full'
  expect(scan('S1', 1, 'P1', 0).answered.action).toBe('recirculate')
  expect(scan('S1', 2, 'P1', 300).answered.action).toBe('recirculate')
  expect(scan('S2', 1, 'P1', 9_000).answered.action).toBe('recirculate')
  expect(scan('S1', 3, 'P1', 20_000).answered.action).toBe('recirculate')
  expect(state.circulating.size).toBe(1)
  expect(scan('S1', 4, 'P1', 40_000).answered).toMatchObject({ action: 'reject', because: 'lane-full' })
  expect(state.circulating.size).toBe(0)
})

it('sends no more around than the loop holds', () => {
  const { scan, state } = openLine({ P1: parcel('UPS'), P2: parcel('UPS'), P3: parcel('UPS') })
  const lane = state.lanes.get('L1')
  if (lane) lane.state = 'closed'
  expect(['P1', 'P2', 'P3'].map((label, at) => scan('S1', at, label, at * 500).answered.action)).toEqual([
    'recirculate',
    'recirculate',
    'reject',
  ])
})

it('fills a lane with what is on its way, and has room again when it is confirmed or given up', () => {
  const labels = ['P1', 'P2', 'P3', 'P4', 'P5']
  const { scan, confirm } = openLine(Object.fromEntries(labels.map((label) => [label, parcel('UPS')])))
  const ids = labels.slice(0, 3).map((label, at) => scan('S1', at, label, at * 200).answered.decisionId)
  expect(scan('S1', 3, 'P4', 800).answered).toMatchObject({ action: 'recirculate', because: 'lane-full' })
  confirm(ids[0] ?? '', 'diverted', 'L1', 3_000)
  expect(scan('S1', 4, 'P5', 3_500).answered.action).toBe('divert')
})

it('counts a box once for its lane, however many scanners see it on the way', () => {
  const lanes = LOOP.lanes.map((lane) => (lane.id === 'L2' ? { ...lane, mostPerMinute: 2 } : lane))
  const { scan } = openLine({ P1: parcel('DHL'), P2: parcel('DHL'), P3: parcel('DHL') }, { ...LOOP, lanes })
  expect(scan('S1', 1, 'P1', 0).answered.lane).toBe('L2')
  expect(scan('S2', 1, 'P1', 9_000).answered.lane).toBe('L2')
  expect(scan('S1', 2, 'P2', 10_000).answered.lane).toBe('L2')
  expect(scan('S1', 3, 'P3', 11_000).answered.because).toBe('lane-busy')
})

it('forgets a box on its way when nobody confirms it in time', () => {
  const { scan, state } = openLine({ P1: parcel('UPS') })
  scan('S1', 1, 'P1', 0, 0)
  forgetOld(state, START + missingAfterMs(LOOP) - 1)
  expect(comingTo(state, 'L1')).toEqual(['P1'])
  forgetOld(state, START + missingAfterMs(LOOP))
  expect(comingTo(state, 'L1')).toEqual([])
})

it('answers an old scan that comes late without going back to it', () => {
  const { scan, state } = openLine({ P1: parcel('UPS') })
  const now = scan('S1', 9, 'P1', 20_000).answered
  expect(scan('S1', 4, 'P1', 0, 20_100).answered.because).toBe('too-late')
  expect(state.passes.get('P1')?.decision).toBe(now)
  expect(comingTo(state, 'L1')).toEqual(['P1'])
})

it('knows several labels apart: of boxes one is enough, two are an exception', () => {
  const { scan } = openLine({ P1: parcel('UPS'), P2: parcel('DHL') })
  expect(scan('S1', 1, 'P1', 0, 5, ['P1', 'WINE-750']).answered).toMatchObject({
    action: 'divert',
    barcode: 'P1',
  })
  expect(scan('S1', 2, 'P1', 200, 5, ['P1', 'P2']).answered.because).toBe('multiple-labels')
  expect(scan('S1', 3, null, 400).answered).toMatchObject({ because: 'no-read', barcode: null })
  expect(scan('S1', 4, 'WINE-750', 600).answered).toMatchObject({
    because: 'unknown-barcode',
    barcode: 'WINE-750',
  })
})

it('takes a confirmation once, finds what was lost, and knows a mis-sort', () => {
  const { scan, confirm, state } = openLine({ P1: parcel('UPS') })
  const { answered } = scan('S1', 1, 'P1')
  expect(confirm('d1', 'lost', null)).toBe(true)
  expect(confirm('d1', 'diverted', 'L2')).toBe(true)
  expect(confirm('d1', 'diverted', 'L2')).toBe(true)
  expect(confirm('d1', 'diverted', 'L1')).toBe(false)
  expect(ratesOf(state, START)).toMatchObject({ lost: 1, diverted: 1, misSorts: 1 })
  expect(isMisSort(answered, { outcome: 'diverted', actualLane: 'L1' }, 'L9')).toBe(false)
  const rejected = { barcode: 'P9', action: 'reject', lane: null } as const
  expect(isMisSort(rejected, { outcome: 'diverted', actualLane: 'L9' }, 'L9')).toBe(false)
  expect(isMisSort({ ...rejected, barcode: null }, { outcome: 'diverted', actualLane: 'L1' }, 'L9')).toBe(
    false,
  )
})

it.each([
  [' t000123 ', 'T000123'],
  [']C100395213210000000017', '395213210000000017'],
  ['(00)395213210000000017', '395213210000000017'],
  ['395213210000000017', '395213210000000017'],
  ['00123', '00123'],
])('knows %j as %s', (read, label) => expect(normaliseLabel(read)).toBe(label))

const anyScan = fc.record({
  scanner: fc.constantFrom('S1', 'S2'),
  seq: fc.nat(12),
  label: fc.constantFrom('P1', 'P2', 'P3', 'WINE', null),
  gapMs: fc.nat(9_000),
  delayMs: fc.nat(1_200),
  told: fc.constantFrom(null, 'diverted', 'missed', 'lost'),
})

it('answers every scan, and whoever takes over from what was recorded answers the same', () => {
  fc.assert(
    fc.property(fc.array(anyScan, { maxLength: 40 }), (scans) => {
      const boxes = { P1: parcel('UPS'), P2: parcel('DHL'), P3: parcel('nowhere') }
      const line = openLine(boxes)
      let atMs = 0
      for (const { scanner, seq, label, gapMs, delayMs, told } of scans) {
        atMs += gapMs
        const { answered, isNew } = line.scan(scanner, seq, label, atMs, delayMs)
        expect(answered.action === 'divert').toBe(answered.lane !== null)
        if (isNew && told) line.confirm(answered.decisionId, told, answered.lane, atMs)
      }
      const next = freshSorter(LOOP)
      const recorded = [...line.state.byId.values()].map((one) => ({ ...one, recorded: true }))
      resumeSorter(next, recorded, new Map(Object.entries(boxes)))
      for (const [scanner, numbers] of line.state.answered)
        for (const [seq, { decisionId, action, lane, outcome }] of numbers)
          expect(next.answered.get(scanner)?.get(seq)).toMatchObject({ decisionId, action, lane, outcome })
    }),
  )
})
