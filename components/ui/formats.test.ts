import { expect, it } from 'vitest'
import { dateFormat, numberFormat } from './formats'

const noon = Date.UTC(2026, 10, 22, 12)
const clock = { hour: '2-digit', minute: '2-digit' } as const

it('a format is made once for a locale and its options', () => {
  expect(dateFormat('en-GB', { ...clock, timeZone: 'UTC' })).toBe(
    dateFormat('en-GB', { ...clock, timeZone: 'UTC' }),
  )
  expect(numberFormat('de-DE')).toBe(numberFormat('de-DE', {}))
})

it('another zone, locale or option is another format', () => {
  expect(dateFormat('en-GB', { ...clock, timeZone: 'UTC' }).format(noon)).toBe('12:00')
  expect(dateFormat('en-GB', { ...clock, timeZone: 'Europe/Berlin' }).format(noon)).toBe('13:00')
  expect(numberFormat('de-DE').format(1234.5)).toBe('1.234,5')
  expect(numberFormat('en-GB').format(1234.5)).toBe('1,234.5')
  expect(numberFormat('en-GB', { style: 'percent' }).format(0.5)).toBe('50%')
})

it('a zone that does not exist is refused each time', () => {
  for (const _ of [1, 2]) expect(() => dateFormat('en-GB', { timeZone: 'Mars/Olympus' })).toThrow(RangeError)
})
