import { expect, it } from 'vitest'
import { siteChangeSchema, siteEntrySchema } from '@/lib/sites/site-schema'
import { changeOf, formOf, problemsOf } from './site-words'

const site = siteEntrySchema.parse({
  ...{ id: 'S1', name: 'Store', timeZone: 'UTC', currency: 'EUR', locale: 'en', gln: null },
  ...{ stepDueSeconds: { 'confirmation-email': 30 }, countLimitUnits: 5, countLimitPercent: 50 },
  ...{ createdAt: '2026-11-21T00:00:00.000Z', people: 1, bins: 0 },
})

it('asks for nothing else than there is while nobody types', () => {
  const { id: _, currency: __, createdAt: ___, people: ____, bins: _____, ...same } = site
  expect(siteChangeSchema.parse(changeOf(formOf(site)))).toEqual(same)
})

it('says what is wrong by its field, and takes an empty time as the usual one', () => {
  const form = { ...formOf(site), timeZone: 'Mars', countLimitUnits: 'many', gln: '123' }
  const wrong = siteChangeSchema.safeParse(changeOf({ ...form, due: { 'confirmation-email': 'soon' } }))
  expect(Object.keys(problemsOf(wrong.error)).sort()).toEqual([
    'countLimitUnits',
    'gln',
    'stepDueSeconds.confirmation-email',
    'timeZone',
  ])
  expect(changeOf({ ...formOf(site), due: { 'confirmation-email': ' ' } }).stepDueSeconds).toEqual({})
})
