import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, hasRightCheckDigit } from './check-digit'

describe('the check digit', () => {
  // The parity vectors of GS1's own syntax engine.
  test.each(['24012345678905', '2112233789657', '416000336108', '02345680'])('of %s is right', (key) => {
    expect(hasRightCheckDigit(key)).toBe(true)
  })

  test.each(['24012345678909', '2112233789658', '416000336107', '02345689'])('of %s is wrong', (key) => {
    expect(hasRightCheckDigit(key)).toBe(false)
  })

  test.each(['', '7', 'A', '40063813339x1', '-12'])('of "%s" does not exist', (key) => {
    expect(hasRightCheckDigit(key)).toBe(false)
  })

  test('catches every single wrong digit', () => {
    const key = fc.stringMatching(/^\d{12}$/).map((digits) => digits + checkDigit(digits))
    fc.assert(
      fc.property(key, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (right, place, by) => {
        const wrong = [...right]
        wrong[place] = String((Number(wrong[place]) + by) % 10)
        return hasRightCheckDigit(right) && !hasRightCheckDigit(wrong.join(''))
      }),
    )
  })
})
