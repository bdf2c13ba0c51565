import { expect, it } from 'vitest'
import { isDatabaseAway } from './database-away'

it('tells a database that is away from a statement that is wrong', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code })
  expect(['ECONNREFUSED', '57P03', 'ENOENT'].map((code) => isDatabaseAway(withCode(code)))).toEqual([
    true,
    true,
    true,
  ])
  expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isDatabaseAway(withCode('23505'))).toBe(false)
  expect(isDatabaseAway('ECONNREFUSED')).toBe(false)
})
