import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderStatusSchema } from '../schema'
import { orderProgress } from './order-progress'
import { FIRST, isFinal, isInHouse, mayBecome, NEXT } from './order-transitions'

const statuses = orderStatusSchema.options

it('reaches every status from the first ones', () => {
  const reached = new Set(FIRST)
  for (const status of reached) for (const next of NEXT[status]) reached.add(next)
  expect([...reached].sort()).toEqual([...statuses].sort())
})

it('whatever is wished for, in any order, no order leaves a final status', () => {
  const wishes = fc.array(fc.constantFrom(...statuses), { maxLength: 40 })
  fc.assert(
    fc.property(fc.constantFrom(...FIRST), wishes, (first, all) => {
      let status = first
      let ended: typeof status | null = isFinal(first) ? first : null
      for (const wish of all) {
        if (mayBecome(status, wish)) status = wish
        if (ended !== null) expect(status).toBe(ended)
        if (isFinal(status)) ended = status
      }
    }),
    { numRuns: 2_000 },
  )
})

it('ends every order that goes on: no status is a trap', () => {
  const endsFrom = (status: (typeof statuses)[number], seen: string[]): boolean =>
    isFinal(status) || NEXT[status].some((next) => !seen.includes(next) && endsFrom(next, [...seen, next]))
  expect(statuses.filter((status) => !endsFrom(status, [status]))).toEqual([])
})

it('follows the units only along the table, wherever they are', () => {
  const units = fc.nat({ max: 3 })
  const facts = fc.record({ toPick: units, lost: units, picked: units, packed: units, shipped: units })
  fc.assert(
    fc.property(fc.constantFrom(...statuses.filter(isInHouse)), facts, (status, at) => {
      const becomes = orderProgress(status, at)
      expect(becomes === status || mayBecome(status, becomes)).toBe(true)
      if (becomes === 'shipped') expect(at.toPick + at.lost).toBe(0)
    }),
  )
})
