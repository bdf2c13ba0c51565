import { describe, expect, it } from 'vitest'
import { clockWords, durationWords, timeWords, waitWords } from './time-words'

const now = Date.UTC(2026, 10, 21, 14, 0, 0)
const words = (offsetSeconds: number) => timeWords(now + offsetSeconds * 1000, now, 'en-GB', 'Europe/Berlin')

describe('timeWords', () => {
  it.each([
    [0, 'now'],
    [-1, 'now'],
    [-12, '12 s ago'],
    [-59, '59 s ago'],
    [-60, '1 min ago'],
    [-3599, '59 min ago'],
    [240, 'in 4 min'],
  ])('says %i seconds from now as "%s"', (offset, text) => {
    expect(words(offset)).toBe(text)
  })

  it('gives the time of the site from an hour on', () => {
    expect(words(-3600)).toBe('14:00:00')
  })
})

describe('clockWords', () => {
  it('adds the date on another day of the site, though UTC still says today', () => {
    const late = Date.UTC(2026, 10, 21, 23, 30)
    expect(clockWords(late, now, 'en-GB', 'Europe/Berlin')).toBe('22 Nov, 00:30')
  })
})

describe('durationWords', () => {
  it.each([
    [0, '0 s'],
    [40.4, '40 s'],
    [60, '1 min'],
    [195, '3 min 15 s'],
    [659, '10 min'],
    [3_600, '1 h'],
    [3_900, '1 h 5 min'],
    [183_600, '2 d 3 h'],
  ])('says %d seconds as "%s"', (seconds, text) => {
    expect(durationWords(seconds)).toBe(text)
  })
})

it('says a wait below a second in milliseconds', () => {
  expect([waitWords(180.4), waitWords(1_000)]).toEqual(['180 ms', '1 s'])
})
