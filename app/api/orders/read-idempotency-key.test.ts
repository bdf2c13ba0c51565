import { expect, it } from 'vitest'
import { readIdempotencyKey } from './read-idempotency-key'

it.each([
  ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
  ['8e03978e-40d5', '8e03978e-40d5'],
  ['"with \\"quotes\\" and spaces"', 'with "quotes" and spaces'],
  ['  padded  ', 'padded'],
  [`"${'x'.repeat(255)}"`, 'x'.repeat(255)],
])('reads %s', (header, key) => {
  expect(readIdempotencyKey(header)).toBe(key)
})

it.each([[null], [''], ['""'], ['two words'], ['"open'], [`"${'x'.repeat(256)}"`], ['"ümlaut"'], ['a,b']])(
  'refuses %s',
  (header) => {
    expect(() => readIdempotencyKey(header)).toThrow()
  },
)
