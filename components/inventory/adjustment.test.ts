import { expect, it } from 'vitest'
import { adjustmentEvent, readChange } from './adjustment'

it('says a correction as an event with a source of its own person', () => {
  const event = adjustmentEvent({
    id: 'e1',
    actor: 'person:7',
    site: 'S',
    sku: 'MILK-1L',
    change: -2,
    bin: 'A01-01-A1',
    lot: null,
    reason: 'damage',
    note: '',
    observedAt: '2026-11-21T10:00:00.000Z',
  })
  expect(event).toMatchObject({
    source: 'stowline/people/7',
    type: 'stowline.inventory.adjusted.v2',
    subject: 'MILK-1L',
  })
  expect(event.data).toEqual({
    site: 'S',
    sku: 'MILK-1L',
    change: -2,
    bin: 'A01-01-A1',
    reason: 'damage',
    observedAt: '2026-11-21T10:00:00.000Z',
  })
})

it.each([
  ['-3', -3],
  ['+4', 4],
  [' 5 ', 5],
  ['−6', -6],
  ['0', null],
  ['', null],
  ['1.5', null],
  ['three', null],
])('reads %o as %o', (text, change) => {
  expect(readChange(text)).toBe(change)
})
