import { expect, it } from 'vitest'
import type { Stock } from '@/lib/inventory/schema'
import { countStops } from './count-stops'

const bins = [
  { bin: 'B01', onHand: 3, held: 0, shortfall: 0, lot: 'L2' },
  { bin: 'UNPLACED', onHand: 0, held: 0, shortfall: 2 },
  { bin: 'B01', onHand: 1, held: 0, shortfall: 0, lot: 'L1' },
  { bin: 'A09', onHand: 0, held: 0, shortfall: 0 },
]
const stock = { sku: 'MILK', name: 'Milk', bins } as unknown as Stock
const item = { sku: 'MILK', name: 'Milk' }

it('leads once to every bin of an item by address, and not to the bin that is none', () => {
  expect(countStops({ bin: null, sku: 'MILK', name: 'Milk' }, stock)).toEqual([
    { bin: 'A09', item },
    { bin: 'B01', item },
  ])
})

it('leads to the bin that is named, also when the book has none of the item there', () => {
  expect(countStops({ bin: 'C07', sku: 'MILK', name: 'Milk' }, stock)).toEqual([{ bin: 'C07', item }])
  expect(countStops({ bin: 'C07', sku: null, name: null }, null)).toEqual([{ bin: 'C07', item: null }])
})
