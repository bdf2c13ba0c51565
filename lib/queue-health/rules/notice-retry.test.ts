import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noticeRetryMs } from './notice-retry'

it('waits two seconds first, ever longer then, and gives up after eleven attempts', () => {
  expect(noticeRetryMs(0)).toBe(2_000)
  expect(noticeRetryMs(9)).toBe(3_600_000)
  expect(noticeRetryMs(10)).toBe(null)
})

it('never waits shorter than before, and never begins again', () => {
  fc.assert(
    fc.property(fc.nat(50), (attempts) => {
      const wait = noticeRetryMs(attempts) ?? Number.POSITIVE_INFINITY
      expect(noticeRetryMs(attempts + 1) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(wait)
    }),
  )
})
