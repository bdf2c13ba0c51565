import { expect, it } from 'vitest'
import { binOn, itemOn } from './read-label'

it.each([
  ['a07-12-c2', 'A07-12-C2'],
  [' A07-12-C2\r', 'A07-12-C2'],
  [']Q1A07-12-C2', 'A07-12-C2'],
  ['https://id.gs1.org/414/4012345000115/254/A07-12-C2', 'A07-12-C2'],
  ['2112233789657', '2112233789657'],
])('reads the label %j as bin %s', (label, bin) => {
  expect(binOn(label)).toBe(bin)
})

it.each([
  ['2112233789657', { query: '2112233789657', lot: '', expiresOn: '' }],
  [']E02112233789657', { query: '2112233789657', lot: '', expiresOn: '' }],
  ['(01)02112233789657(10)L7(17)270131', { query: '2112233789657', lot: 'L7', expiresOn: '2027-01-31' }],
  [']C1010211223378965710L7', { query: '2112233789657', lot: 'L7', expiresOn: '' }],
  ['MILK-1L', { query: 'MILK-1L', lot: '', expiresOn: '' }],
])('reads the label %j as an item', (label, item) => {
  expect(itemOn(label)).toEqual(item)
})
