import { expect, it } from 'vitest'
import { figureIdSchema } from '@/lib/figures/schema'
import { aimWords } from './figure-words'
import { readTarget, typedTarget } from './target-draft'

it('reads shares as percent and the rest as it is; nothing typed is the usual', () => {
  expect(readTarget('fill-rate', '97,5')).toBe(0.975)
  expect(readTarget('line-rate', ' 120 ')).toBe(120)
  expect(readTarget('fill-rate', '')).toBeNull()
  for (const typed of ['101', '-1', 'much']) expect(readTarget('fill-rate', typed)).toBeUndefined()
  expect(readTarget('orders-in', '5')).toBeUndefined()
})

it('writes what it reads', () => {
  for (const id of figureIdSchema.options)
    for (const target of [0.995, 0.07]) {
      const read = readTarget(id, typedTarget(id, target))
      expect([target, undefined]).toContain(read)
    }
  expect(typedTarget('pick-accuracy', 0.995)).toBe('99.5')
})

it('says whose target it is, and what the best reach where that is known', () => {
  expect(aimWords('line-rate', { target: 90, isOwnTarget: true }, 'en')).toBe(
    'Target: 90 lines/h, set by the house.',
  )
  expect(aimWords('on-time-shipping', { target: 0.99, isOwnTarget: false }, 'en')).toBe(
    'Target: 99%, as long as the house sets none. Best in class: 99.7% (WERC, DC Measures 2020).',
  )
  expect(aimWords('orders-in', { target: null, isOwnTarget: false }, 'en')).toBe('')
})
