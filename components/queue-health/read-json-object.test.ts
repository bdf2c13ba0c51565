import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readJsonObject } from './read-json-object'
import { wrongAt } from './wrong-at'

it('reads an object', () => {
  expect(readJsonObject('{"sku": "A"}')).toEqual({ outcome: 'read', value: { sku: 'A' } })
})

it.each([
  ['{\n  "sku": A\n}', 'line 2, column 10'],
  ['{"sku": "A",}', 'line 1, column 13'],
  ['{"sku" "A"}', 'line 1, column 8'],
  ['{} {}', 'line 1, column 4'],
  ['{"sku": "A"', 'too early'],
  ['', 'too early'],
  ['[1]', 'must be an object'],
  ['null', 'must be an object'],
  ['"text"', 'must be an object'],
])('says of %j what is wrong: … %s …', (text, why) => {
  expect(readJsonObject(text)).toMatchObject({ outcome: 'not-json', why: expect.stringContaining(why) })
})

it('finds something wrong exactly where JSON.parse does', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-0.5e3',
    '01',
    'true',
    'nul',
    ' ',
    '\n',
    '"',
  )
  const texts = fc.oneof(
    fc.json(),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let parses = true
      try {
        JSON.parse(text)
      } catch {
        parses = false
      }
      return (wrongAt(text) === null) === parses
    }),
    { numRuns: 2000 },
  )
})
