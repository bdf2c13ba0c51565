import { expect, it } from 'vitest'
import { eventOfRow, readImportHeader } from './import-row'

const FILE = { site: 'S', hash: 'f00', observedAt: '2026-11-21T12:00:00.000Z' }

it('takes the columns in any order and case', () => {
  expect(readImportHeader(['Quantity', ' SKU ', 'TYPE', 'tobin'])).toEqual({
    ok: true,
    columns: ['quantity', 'sku', 'type', 'toBin'],
  })
})

it('says what is wrong with a header, all of it', () => {
  expect(readImportHeader(['sku', 'sku', 'colour'])).toEqual({
    ok: false,
    reason: 'the header misses type, quantity; it has unknown columns: "colour"; it has sku twice',
  })
  expect(readImportHeader(['type', 'quantity'])).toMatchObject({ reason: 'the header misses sku or gtin' })
})

it('makes an event of a row, named by its file and line or by its own id', () => {
  const columns = ['type', 'sku', 'quantity', 'lot', 'id'] as const
  expect(eventOfRow([...columns], ['Received', 'MILK', ' 5 ', '', ''], 7, FILE)).toEqual({
    ok: true,
    event: {
      specversion: '1.0',
      source: 'stowline/imports',
      id: 'S/f00/7',
      type: 'stowline.inventory.received.v1',
      subject: 'MILK',
      data: { site: 'S', observedAt: FILE.observedAt, sku: 'MILK', quantity: 5 },
    },
  })
  const own = eventOfRow([...columns], ['adjusted', 'MILK', '-2', '', 'row-1'], 7, FILE)
  expect(own).toMatchObject({ event: { id: 'S/row-1', data: { quantity: -2 } } })
})

it('leaves a quantity that is no whole number to the schema, and refuses rows of another width', () => {
  const columns = ['type', 'sku', 'quantity'] as const
  expect(eventOfRow([...columns], ['sold', 'MILK', '1,5'], 2, FILE)).toMatchObject({
    event: { data: { quantity: '1,5' } },
  })
  expect(eventOfRow([...columns], ['sold', 'MILK', '1', '', ' '], 2, FILE)).toMatchObject({ ok: true })
  for (const cells of [
    ['sold', 'MILK'],
    ['sold', 'MILK', '1', 'x'],
    ['', 'MILK', '1'],
  ])
    expect(eventOfRow([...columns], cells, 2, FILE)).toMatchObject({ ok: false })
})
