import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseShallowJson } from './shallow-json'

it('reads whatever JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(parseShallowJson(text)).toEqual({ value: JSON.parse(text) })
    }),
  )
})

it('goes 64 levels deep and no further', () => {
  expect(parseShallowJson('['.repeat(64) + ']'.repeat(64))).toBeDefined()
  expect(parseShallowJson('['.repeat(65) + ']'.repeat(65))).toBeUndefined()
  expect(parseShallowJson(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`)).toBeUndefined()
  expect(parseShallowJson('['.repeat(1_000_000))).toBeUndefined()
})

it('counts no bracket that stands in a text', () => {
  const text = JSON.stringify([`${'['.repeat(100)}\\"${'{'.repeat(100)}\\`, '"', '\\'])
  expect(parseShallowJson(text)).toEqual({ value: JSON.parse(text) })
  expect(parseShallowJson('"')).toBeUndefined()
})
