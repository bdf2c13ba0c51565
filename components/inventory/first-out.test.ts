import { expect, it } from 'vitest'
import { firstOut } from './first-out'

const lying = (bin: string, onHand: number, expiresOn?: string) => ({
  bin,
  onHand,
  held: 0,
  shortfall: 0,
  expiresOn,
})

it('empties the lot first that expires first, and shows empty bins last', () => {
  const bins = [
    lying('A', 0, '2026-01-01'),
    lying('B', 3),
    lying('D', 1, '2026-12-24'),
    lying('C', 1, '2026-12-24'),
  ]
  expect(firstOut(bins).map(({ bin }) => bin)).toEqual(['C', 'D', 'B', 'A'])
})
