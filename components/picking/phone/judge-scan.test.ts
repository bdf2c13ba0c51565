import { describe, expect, it } from 'vitest'
import { readScan } from '@/lib/picking/rules/read-scan'
import { tourOf } from '@/lib/testing/tour-of'
import { judgeScan, type Step } from './judge-scan'

const tour = tourOf([
  { seq: 1, bin: 'A07-12-C2', name: 'Yogurt cherry', sku: 'YOG-C', gtin: '2112233789657', lot: 'L7' },
  {
    seq: 2,
    bin: 'A08-01-A1',
    name: 'Yogurt natural',
    sku: 'YOG-N',
    gtin: '416000336108',
    orderNumber: 'SL-2',
  },
])
const [stop] = tour.stops
const judged = (step: Step, text: string) => {
  if (!stop) throw new Error('a tour has stops')
  const verdict = judgeScan(readScan(text, tour), step, stop, tour, '2026-11-21')
  return verdict.ok ? verdict.step : `${verdict.title}: ${verdict.text}`
}

describe('a scan at a stop', () => {
  it.each<[Step, string, string]>([
    ['bin', 'A07-12-C2', 'bin'],
    ['item', '2112233789657', 'item'],
    ['item', '(01)02112233789657(10)L7(17)261121', 'item'],
    ['item', 'yog-c', 'item'],
    ['tote', 'T-1', 'tote'],
  ])('at the step %s takes %s', (step, text, answer) => {
    expect(judged(step, text)).toBe(answer)
  })

  it.each<[Step, string, string]>([
    ['bin', 'A08-01-A1', 'Wrong bin: This is bin A08-01-A1. You need bin A07-12-C2.'],
    ['bin', 'A99-01-A1', 'Wrong bin: This is “A99-01-A1”. You need bin A07-12-C2.'],
    ['bin', '416000336108', 'Wrong bin: This is Yogurt natural. You need bin A07-12-C2.'],
    ['item', '416000336108', 'Wrong item: This is Yogurt natural. You need Yogurt cherry.'],
    [
      'item',
      '24012345678905',
      'Wrong item: This is an item of no stop, 24012345678905. You need Yogurt cherry.',
    ],
    ['item', '(01)02112233789657(10)L8', 'Wrong lot: This is lot L8. Lot L7 goes first.'],
    [
      'item',
      '(01)02112233789657(17)261120',
      'Out of date: It was good until 2026-11-20. Take another one, or say that there is none.',
    ],
    ['tote', 'T-2', 'Wrong tote: This is tote 2 (T-2). It goes into tote 1 (T-1).'],
  ])('at the step %s stops %s', (step, text, words) => {
    expect(judged(step, text)).toBe(words)
  })
})
