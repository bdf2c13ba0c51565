import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bury, MAIL_TOMBSTONE, patternOf, TOMBSTONE, usable } from './tombstone'

const ada = { mails: ['Ada@Example.com'], words: ['Ada "Countess" Byron', '+44 20 7946 0000'] }

test('puts a tombstone wherever somebody is named, and leaves the rest', () => {
  const said = {
    to: 'ada@example.com',
    n: 1,
    list: ['For Ada "Countess" Byron, +44 20 7946 0000.', null],
    ok: true,
  }
  expect(bury(said, ada)).toEqual({
    to: MAIL_TOMBSTONE,
    n: 1,
    list: [`For ${TOMBSTONE}, ${TOMBSTONE}.`, null],
    ok: true,
  })
})

test('buries what it buried only once', () => {
  const once = bury('ada@example.com, Ada "Countess" Byron', ada)
  expect(bury(once, ada)).toEqual(once)
})

test('finds a word whatever signs it has, in text and in JSON', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (word) => {
      const pattern = new RegExp(patternOf([word]) ?? '', 'i')
      expect(pattern.test(`before ${word} after`)).toBe(true)
      expect(pattern.test(JSON.stringify({ word }))).toBe(true)
    }),
  )
})

test('does not look for words that mean nothing', () => {
  expect(usable({ mails: [], words: ['5', ' ', '12345', 'Bo', '0301234567'] }).words).toEqual([
    'Bo',
    '0301234567',
  ])
})
