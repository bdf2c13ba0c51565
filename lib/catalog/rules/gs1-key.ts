import { hasRightCheckDigit } from './check-digit'

const GTIN_LENGTHS = [8, 12, 13, 14]

/**
 * A GTIN-8, -12, -13 or -14 as the 14 digits under which all of them are one key (General Specifications, 3.2);
 * undefined when the length or the check digit is wrong.
 */
export function gtin14Of(digits: string): string | undefined {
  if (!GTIN_LENGTHS.includes(digits.length) || !hasRightCheckDigit(digits)) return undefined
  return digits.padStart(14, '0')
}

/** A GTIN as the catalogue keeps it, of 13 digits; undefined for a GTIN-14 of a case, which has no shorter form. */
export function gtin13Of(digits: string): string | undefined {
  const whole = gtin14Of(digits)
  return whole?.startsWith('0') ? whole.slice(1) : undefined
}

/** Whether this is a serial shipping container code: 18 digits with the right check digit. */
export const isSscc = (digits: string): boolean => digits.length === 18 && hasRightCheckDigit(digits)

/** Whether this is a global location number: 13 digits with the right check digit. */
export const isGln = (digits: string): boolean => digits.length === 13 && hasRightCheckDigit(digits)
