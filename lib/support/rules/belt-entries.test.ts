import { expect, it } from 'vitest'
import { type BeltFacts, beltEntries } from './belt-entries'

const AT = '2026-11-21T09:00:00.000Z'
const scan = (more: Partial<BeltFacts['scans'][number]>): BeltFacts['scans'][number] => ({
  ...{ barcode: 'T000001', scanner: 'S1', scannedAt: AT, action: 'divert', lane: 'L2', because: 'routed' },
  ...{ outcome: null, actualLane: null, confirmedAt: null, exceptionLane: 'L4', ...more },
})
const told = (more: Partial<BeltFacts['scans'][number]>) =>
  beltEntries({ scans: [scan(more)], parcels: [] }).map(({ kind, text }) => `${kind}: ${text}`)

it('tells each scan with its reason, and what became of the box', () => {
  expect(told({})).toEqual(['scan: T000001 read at S1: sent to L2'])
  expect(told({ outcome: 'diverted', actualLane: 'L2', confirmedAt: AT })).toEqual([
    'scan: T000001 read at S1: sent to L2',
    'divert: T000001 arrived in L2',
  ])
  expect(told({ outcome: 'diverted', actualLane: 'L3', confirmedAt: AT })[1]).toBe(
    'divert: T000001 arrived in L3 instead of L2',
  )
  expect(told({ outcome: 'lost', confirmedAt: AT })[1]).toBe('divert: T000001 is lost: it was not seen again')
  expect(told({ outcome: 'missed', actualLane: 'L4', confirmedAt: AT })[1]).toBe(
    'divert: T000001 was not diverted; it left by L4',
  )
  expect(told({ action: 'recirculate', lane: null, because: 'lane-full' })).toEqual([
    'scan: T000001 read at S1: sent around again, because its lane is full',
  ])
})

it('finds nothing odd in a reject that left by the exception lane', () => {
  const reject = {
    action: 'reject',
    lane: null,
    because: 'cancelled-order',
    outcome: 'diverted',
    confirmedAt: AT,
  }
  expect(told({ ...reject, actualLane: 'L4' })).toEqual([
    'scan: T000001 read at S1: sent to the exceptions, because its order is cancelled',
    'divert: T000001 arrived in L4',
  ])
  expect(told({ ...reject, actualLane: 'L1' })[1]).toBe('divert: T000001 arrived in L1 instead of L4')
})

it('tells what was packed of which totes', () => {
  const parcel = { barcode: '095213210000000016', totes: ['T000001', 'T000002'], carrier: 'UPS' }
  expect(
    beltEntries({ scans: [], parcels: [{ ...parcel, promisedAt: null, packedBy: 'Pio', packedAt: AT }] }),
  ).toEqual([
    { kind: 'pack', at: AT, text: 'Pio packed T000001, T000002 into parcel 095213210000000016 for UPS' },
  ])
})
