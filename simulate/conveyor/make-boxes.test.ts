import { expect, it } from 'vitest'
import { hasRightCheckDigit } from '@/lib/catalog/rules/check-digit'
import type { Lane, Sorter } from '@/lib/conveyor/topology-schema'
import { seededRandom } from '../random'
import { makeBoxes } from './make-boxes'

const lane = (id: string, serves: string[], mostPerMinute?: number): Lane => ({
  ...{ id, name: id, atMetres: 3, lengthMetres: 6, capacity: 30, serves },
  ...(mostPerMinute === undefined ? {} : { mostPerMinute }),
})
const SORTER: Sorter = {
  ...{ id: 'S', name: 'S', speedMetresPerSecond: 2, lengthMetres: 14, exceptionLane: 'L4' },
  scanners: [{ id: 'S1', atMetres: 2 }],
  lanes: [lane('L1', ['UPS']), lane('L2', ['pack']), lane('L3', ['van'], 30), lane('L4', [])],
}
const boxes = makeBoxes(SORTER, 5_000, { random: seededRandom(1), run: 12_345, from: 0 })

it('labels every box otherwise, parcels with an SSCC', () => {
  expect(new Set(boxes.map(({ barcode }) => barcode)).size).toBe(boxes.length)
  const parcels = boxes.filter(({ kind }) => kind === 'parcel')
  expect(parcels.every(({ barcode }) => barcode.length === 18 && hasRightCheckDigit(barcode))).toBe(true)
  expect(boxes.every(({ kind, destination }) => (kind === 'tote') === (destination === 'pack'))).toBe(true)
})

it('sends half as many to a lane that takes only so many', () => {
  const share = (to: string) => boxes.filter(({ destination }) => destination === to).length / boxes.length
  expect(share('UPS')).toBeCloseTo(0.4, 1)
  expect(share('van')).toBeCloseTo(0.2, 1)
})
