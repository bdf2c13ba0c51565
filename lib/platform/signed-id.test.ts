import { beforeEach, expect, it } from 'vitest'
import { readSignedId, signId } from './signed-id'

beforeEach(() => {
  process.env.STOWLINE_SECRET = 'a secret of the tests, which opens nothing'
})

it('knows what it signed, for this purpose only', () => {
  const signed = signId('status-page', '100001-ABCD')
  expect(readSignedId('status-page', signed)).toBe('100001-ABCD')
  expect(readSignedId('another-page', signed)).toBeNull()
})

it.each(['', '.', '100001-ABCD', '100001-ABCD.', '100001-ABCD.guess'])('takes no %j', (token) =>
  expect(readSignedId('status-page', token)).toBeNull(),
)

it('opens nothing with the signature of another thing or another secret', () => {
  const signed = signId('status-page', '100001-ABCD')
  expect(readSignedId('status-page', signed.replace('100001', '100002'))).toBeNull()
  process.env.STOWLINE_SECRET = 'another secret'
  expect(readSignedId('status-page', signed)).toBeNull()
})
