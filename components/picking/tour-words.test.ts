import { expect, it } from 'vitest'
import { metresALineWords, percentWords, rateWords, savedWords } from './tour-words'

it('says what a walk saves, and nothing of what is no saving', () => {
  expect(savedWords({ walkMetres: 80, baselineMetres: 100 })).toBe('80 m, 20 m (20 %) saved')
  expect(savedWords({ walkMetres: 100, baselineMetres: 100.2 })).toBe('100 m')
  expect(savedWords({ walkMetres: 105, baselineMetres: 100 })).toBe('105 m')
})

it('never rounds accuracy up to perfect, and has a dash for what is not known yet', () => {
  expect(percentWords(0.9999)).toBe('99.9\u00a0%')
  expect(percentWords(1)).toBe('100.0\u00a0%')
  expect([percentWords(null), rateWords(null), metresALineWords(null, null)]).toEqual(['–', '–', '–'])
})
