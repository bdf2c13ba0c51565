import { expect, it } from 'vitest'
import { bytesWords } from './system-words'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [8_240_000, '8.2 MB'],
  [999_600, '1.0 MB'],
  [72_000_000_000, '72 GB'],
])('%d bytes are %s', (bytes, words) => expect(bytesWords(bytes)).toBe(words))

it('says which way a size goes', () => {
  expect(bytesWords(2_000_000, true)).toBe('+2.0 MB')
  expect(bytesWords(-2_000_000, true)).toBe('−2.0 MB')
})
