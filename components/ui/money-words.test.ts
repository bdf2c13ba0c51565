import { expect, it } from 'vitest'
import { moneyWords } from './money-words'

it.each([
  [{ amount: 123456, currency: 'USD' }, 'en-US', '$1,234.56'],
  [{ amount: 1234, currency: 'JPY' }, 'en-US', '¥1,234'],
  [{ amount: 1234, currency: 'KWD' }, 'en-GB', 'KWD 1.234'],
])('writes %o for %s', (money, locale, text) => {
  expect(moneyWords(money, locale).replace(/\s/, ' ')).toBe(text)
})

it('drops the minor units of a large sum when asked', () => {
  expect(moneyWords({ amount: 1_234_567, currency: 'USD' }, 'en-US', true)).toBe('$12,346')
})
