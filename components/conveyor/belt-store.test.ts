import { expect, it } from 'vitest'
import type { BeltMessage } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { BeltStore } from './belt-store'
import { type BeltDecision, placeOf } from './moving-boxes'

const NOON = Date.parse('2026-11-21T12:00:00Z')
const moment = (seconds: number) => new Date(NOON + seconds * 1_000).toISOString()

const lane = (id: string, atMetres: number) => ({
  ...{ id, name: id, atMetres, lengthMetres: 10, capacity: 30, serves: ['DHL'] },
})
const loop: Sorter = {
  id: 'SORT-2',
  name: 'Parcels',
  speedMetresPerSecond: 2,
  lengthMetres: 80,
  loop: { capacity: 60, mostLaps: 3 },
  exceptionLane: 'L12',
  scanners: [
    { id: 'S2', atMetres: 10 },
    { id: 'S3', atMetres: 50 },
  ],
  lanes: [lane('L5', 20), lane('L7', 60), lane('L12', 78)],
}
const line: Sorter = { ...loop, id: 'SORT-1', loop: undefined }

const decision = (seconds: number, said: Partial<BeltDecision> = {}): BeltDecision => ({
  ...{ decisionId: `${seconds}`, sorter: 'SORT-2', scanner: 'S2', barcode: 'P1', orderNumber: null },
  ...{ action: 'divert', lane: 'L5', because: 'routed', at: moment(seconds) },
  ...said,
})
const message = (seconds: number, said: Partial<BeltMessage> = {}): BeltMessage => ({
  ...{ site: 'TEST-1', at: moment(seconds), decisions: [], confirmations: [], lanes: [], sorters: [] },
  ...{ unrecorded: 0, ...said },
})
const open = () => new BeltStore([loop, line])
const whereIs = (store: BeltStore, key: string, seconds: number, sorter = loop) => {
  const box = store.boxesOn(sorter.id).get(key)
  return box && placeOf(box, sorter, NOON + seconds * 1_000)
}

it('moves a box from its scan to its divert and down its lane, by the speed of the belt', () => {
  const store = open()
  store.hear(message(0, { decisions: [decision(0)] }), NOON)
  expect(whereIs(store, 'P1', -1)).toEqual({ on: 'nothing' })
  expect(whereIs(store, 'P1', 2)).toEqual({ on: 'belt', metres: 14 })
  expect(whereIs(store, 'P1', 7.5)).toEqual({ on: 'lane', lane: 'L5', share: 0.5 })
  expect(whereIs(store, 'P1', 10)).toEqual({ on: 'nothing' })
})

it('is one box for a label, wherever it is seen again, and forgets what is gone', () => {
  const store = open()
  store.hear(message(0, { decisions: [decision(0, { lane: 'L7' })] }), NOON)
  store.hear(message(20, { decisions: [decision(20, { scanner: 'S3', lane: 'L7' })] }), NOON + 20_000)
  expect(store.boxesOn('SORT-2').size).toBe(1)
  expect(whereIs(store, 'P1', 22)).toEqual({ on: 'belt', metres: 54 })
  store.hear(message(60), NOON + 60_000)
  expect(store.boxesOn('SORT-2').size).toBe(0)
})

it('knows an unreadable box again by where it is', () => {
  const store = open()
  const unread = { barcode: null, action: 'reject', lane: null, because: 'no-read' } as const
  store.hear(message(0, { decisions: [decision(0, unread), decision(1.5, unread)] }), NOON)
  expect(store.boxesOn('SORT-2').size).toBe(2)
  store.hear(message(20, { decisions: [decision(20.1, { ...unread, scanner: 'S3' })] }), NOON + 20_000)
  expect([...store.boxesOn('SORT-2').keys()].sort()).toEqual(['1.5', '20.1'])
})

it('keeps a box that missed its divert on the belt, and takes one off that is lost', () => {
  const store = open()
  store.hear(message(0, { decisions: [decision(0), decision(1, { barcode: 'P2' })] }), NOON)
  const missed = { decisionId: '0', outcome: 'missed', actualLane: null, misSort: false } as const
  const lost = { decisionId: '1', outcome: 'lost', actualLane: null, misSort: false } as const
  store.hear(message(5, { confirmations: [missed, lost] }), NOON + 5_000)
  expect(whereIs(store, 'P1', 10)).toEqual({ on: 'belt', metres: 30 })
  expect(whereIs(store, 'P2', 10)).toBeUndefined()
})

it('lets what a line does not divert run to its end', () => {
  const store = open()
  const passed = { sorter: 'SORT-1', action: 'pass', lane: null, because: 'elsewhere' } as const
  store.hear(message(0, { decisions: [decision(0, passed)] }), NOON)
  expect(whereIs(store, 'P1', 34, line)).toEqual({ on: 'belt', metres: 78 })
  expect(whereIs(store, 'P1', 36, line)).toEqual({ on: 'nothing' })
})

it('follows the clock of the server, also where this device goes wrong', () => {
  const store = open()
  const hourAheadMs = NOON + 3_600_000
  store.hear(message(0), hourAheadMs + 40)
  store.hear(message(0.1), hourAheadMs + 900)
  expect(store.drawnMs(hourAheadMs + 1_000)).toBeGreaterThan(NOON)
  expect(store.drawnMs(hourAheadMs + 1_000)).toBeLessThan(NOON + 1_000)
})

it('says since when decisions wait for the database, and nothing of those that are just being written', () => {
  const store = open()
  const since = () => store.snapshot().unrecordedSinceMs
  for (let n = 0; n < 30; n++)
    store.hear(message(n / 10, { unrecorded: 3, decisions: [decision(n / 10)] }), NOON)
  expect(since()).toBeNull()
  for (let n = 30; n < 60; n++)
    store.hear(message(n / 10, { unrecorded: 3 + n - 30, decisions: [decision(n / 10)] }), NOON)
  expect(since()).toBeGreaterThan(NOON + 3_000)
  expect(since()).toBeLessThan(NOON + 6_000)
  store.hear(message(6, { unrecorded: 1 }), NOON)
  expect(since()).toBeNull()
})
