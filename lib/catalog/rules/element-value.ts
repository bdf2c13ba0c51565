import { APPLICATION_IDENTIFIERS, type Part } from './application-identifiers'
import { hasRightCheckDigit } from './check-digit'

/** The 82 characters of GS1's set for serial numbers, lots and the like (General Specifications, figure 7.11-1). */
const TEXT = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/
const DIGITS = /^\d*$/

const CHECKS: Record<NonNullable<Part['check']>, (value: string) => boolean> = {
  key: hasRightCheckDigit,
  date: (value) => isDate(value, 1),
  // Day 00: the last of the month.
  'day-or-month': (value) => isDate(value, 0),
  'hour-minute': (value) => Number(value.slice(0, 2)) < 24 && Number(value.slice(2)) < 60,
  zero: (value) => Number(value) === 0,
  'not-zero': (value) => Number(value) !== 0,
  winding: (value) => value === '0' || value === '1' || value === '9',
}

function isDate(yymmdd: string, firstDay: number): boolean {
  const [year, month, day] = [0, 2, 4].map((at) => Number(yymmdd.slice(at, at + 2))) as [
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < firstDay) return false
  // Every century that YY may mean has the same leap years.
  const days = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= days
}

/** Why a value is not one of this application identifier's; undefined when it is. */
export function wrongValue(ai: string, value: string): string | undefined {
  const known = APPLICATION_IDENTIFIERS.get(ai)
  if (!known) return `(${ai}) is not an application identifier we know`
  let rest = value
  for (const part of known.parts) {
    if (rest === '' && part.optional) return undefined
    const taken = rest.slice(0, part.most)
    rest = rest.slice(part.most)
    if (taken.length < part.least) return `(${ai}) is too short`
    if (!(part.characters === 'digits' ? DIGITS : TEXT).test(taken))
      return `(${ai}) has a character that is not allowed`
    if (part.check && !CHECKS[part.check](taken))
      return `(${ai}) ${part.check === 'key' ? 'has a wrong check digit' : 'has a wrong value'}`
  }
  return rest === '' ? undefined : `(${ai}) is too long`
}
