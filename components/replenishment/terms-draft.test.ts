import { expect, test } from 'vitest'
import type { SupplyTerm } from '@/lib/replenishment/supply-schema'
import { draftOf, readDraft } from './terms-draft'

const TERMS: SupplyTerm = {
  ...{ supplier: 'Harbor', leadDays: 1.5, leadSdDays: 0.3, reviewDays: 1, orderWeekdays: [2, 5] },
  ...{ packUnits: 6, minimumPacks: 1, shelfLifeDays: 5, serviceLevel: 0.97, unitCostMinor: 120 },
}

test('a draft that nobody touched is the terms that stand', () => {
  expect(readDraft(draftOf(TERMS), TERMS)).toEqual({ terms: TERMS, wrong: new Set() })
  const keeps = { ...TERMS, shelfLifeDays: null, serviceLevel: 0.999 }
  expect(readDraft(draftOf(keeps), keeps).terms).toEqual(keeps)
})

test('what cannot be is said of its field, and no terms come of it', () => {
  const draft = { ...draftOf(TERMS), leadDays: '', packUnits: '2.5', servicePercent: '120', supplier: ' ' }
  const { terms, wrong } = readDraft(draft, TERMS)
  expect(terms).toBeNull()
  expect(wrong).toEqual(new Set(['leadDays', 'packUnits', 'servicePercent', 'supplier']))
})

test('a comma is a decimal point, and no shelf life is one that keeps', () => {
  const draft = { ...draftOf(TERMS), leadDays: '2,5', shelfLifeDays: '' }
  expect(readDraft(draft, TERMS).terms).toMatchObject({ leadDays: 2.5, shelfLifeDays: null })
})
