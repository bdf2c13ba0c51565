import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'
import { inngestBackoff, retryDelayMs } from './retry-delay'
import { storableJson } from './storable-json'
import { wakeTime } from './wake-time'

const now = new Date('2026-11-21T10:00:00Z')

describe('the canonical form', () => {
  test('says the same, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('sorts keys by UTF-16 and leaves out what has no value', () => {
    expect(canonicalJson({ b: [1, { z: undefined, y: 1e21 }], a: null })).toBe(
      '{"a":null,"b":[1,{"y":1e+21}]}',
    )
  })
})

describe('storable text', () => {
  test('differs from JSON only where Postgres would refuse it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('\u0000', '\ud800', '\\u0000', '\\', '😀'))),
        (parts) => {
          const text = parts.join('')
          const stored: unknown = JSON.parse(storableJson(text))
          // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what this is about
          expect(stored).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\u0000/g, '\ufffd'))
        },
      ),
    )
  })
})

describe('a sleep ends', () => {
  test.each([
    ['1s', '2026-11-21T10:00:01.000Z'],
    ['1d2h30m', '2026-11-22T12:30:00.000Z'],
    ['1w', '2026-11-28T10:00:00.000Z'],
    ['', '2026-11-21T10:00:00.000Z'],
    ['2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'],
  ])('%s', (duration, end) => {
    expect(wakeTime(duration, now).toISOString()).toBe(end)
  })

  test('never at a time that nobody understands', () => {
    expect(() => wakeTime('soon', now)).toThrow('soon')
  })
})

describe('the wait before another attempt', () => {
  const backoff = { delaysMs: [1_000, 5_000], jitterMs: 100 }

  test.each([
    ['the first', 0, null, 1_050],
    ['the second', 1, null, 5_050],
    ['any later', 9, null, 5_050],
    ['seconds asked for', 0, '7', 7_000],
    ['an instant asked for', 0, '2026-11-21T10:01:00Z', 60_000],
    ['an instant gone by', 0, '2026-11-21T09:00:00Z', 1_000],
    ['too long asked for', 0, '999999', 86_400_000],
    ['nonsense asked for', 0, 'later', 1_050],
  ])('%s', (_, attempt, retryAfter, expected) => {
    expect(retryDelayMs(attempt, retryAfter, now, 0.5, backoff)).toBe(expected)
  })

  test('grows with every attempt by default', () => {
    const delays = Array.from({ length: 12 }, (_, attempt) =>
      retryDelayMs(attempt, null, now, 0, inngestBackoff),
    )
    expect(delays).toEqual(delays.toSorted((a, b) => a - b))
    expect(delays.at(-1)).toBe(7_200_000)
  })
})
