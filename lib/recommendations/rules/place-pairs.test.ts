import { expect, it } from 'vitest'
import { type CountedPair, placePairs } from './place-pairs'

const item = (sku: string, category: string, ...at: number[]) => ({
  ...{ sku, category, name: sku, weight: 10, baskets: 10 },
  bins: at.map((yMetres) => ({ bin: `${sku}-${yMetres}`, aisle: 'A', xMetres: 0, yMetres })),
})
const pair = (one: CountedPair['one'], other: CountedPair['other'], baskets = 5): CountedPair => {
  return { one, other, baskets, weight: 5, support: 0.5 }
}
const along = (one: { yMetres: number }, other: { yMetres: number }) => Math.abs(one.yMetres - other.yMetres)

it('the way is that between the nearest bins, saved by every basket with both', () => {
  const [placed] = placePairs(
    [pair(item('PASTA', 'pasta', 0, 20), item('SAUCE', 'sauce', 60, 32))],
    [],
    along,
  )
  expect(placed).toMatchObject({
    one: { bin: 'PASTA-20' },
    other: { bin: 'SAUCE-32' },
    ...{ metres: 12, savedMetres: 60, advice: 'together' },
  })
})

it('look-alikes belong apart, neighbours stay, and what lies nowhere has no way', () => {
  const placed = placePairs(
    [
      pair(item('COLA', 'soda', 0), item('COLA-ZERO', 'soda', 40)),
      pair(item('GIN', 'spirits', 0), item('TONIC', 'soda', 2)),
      pair(item('SALT', 'spice', 0), item('FISH', 'fish')),
    ],
    [],
    along,
  )
  const found = Object.fromEntries(
    placed.map(({ one, advice, metres, savedMetres }) => [one.sku, [advice, metres, savedMetres]]),
  )
  expect(found).toEqual({ COLA: ['apart', 40, 0], GIN: ['as-it-is', 2, 0], SALT: ['as-it-is', null, 0] })
})

it('what would save most comes first', () => {
  const placed = placePairs(
    [pair(item('A', 'a', 0), item('B', 'b', 10), 9), pair(item('C', 'c', 0), item('D', 'd', 50), 3)],
    [],
    along,
  )
  expect(placed.map(({ one }) => one.sku)).toEqual(['C', 'A'])
})

it('two popular items of a crowded aisle belong apart, when more baskets take one alone than take both', () => {
  const aisles = ['A', 'B', 'C'].map((aisle) => ({
    aisle,
    climate: 'ambient',
    visits: aisle === 'A' ? 90 : 20,
  }))
  const popular = [item('WATER', 'water', 0), item('RICE', 'rice', 9)] as const
  const [placed] = placePairs([pair(...popular, 3)], aisles, along)
  expect(placed).toMatchObject({ advice: 'apart', apartFor: 'crowd', sparedVisits: 4, savedMetres: 0 })
  expect(placePairs([pair(...popular, 5)], aisles, along)[0]).toMatchObject({
    advice: 'together',
    sparedVisits: 0,
  })
  const calm = aisles.map((aisle) => ({ ...aisle, visits: 20 }))
  expect(placePairs([pair(...popular, 3)], calm, along)[0]).toMatchObject({
    advice: 'together',
    apartFor: null,
  })
})
