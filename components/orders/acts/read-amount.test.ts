import { expect, it } from 'vitest'
import { readAmount } from './read-amount'

it.each([
  ['12.50', 'EUR', 1250],
  ['12,5', 'EUR', 1250],
  [' 7 ', 'EUR', 700],
  ['7', 'JPY', 7],
])('reads %s %s', (text, currency, minor) => expect(readAmount(text, currency)).toBe(minor))

it.each([
  ['', 'EUR'],
  ['0', 'EUR'],
  ['-1', 'EUR'],
  ['1.234', 'EUR'],
  ['7.5', 'JPY'],
  ['ten', 'EUR'],
])('takes no %j %s', (text, currency) => expect(readAmount(text, currency)).toBeNull())
