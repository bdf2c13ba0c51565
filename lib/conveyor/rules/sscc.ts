import { checkDigit } from '@/lib/catalog/rules/check-digit'

/** Digits of an SSCC between its extension digit and its check digit: company prefix and serial reference. */
const INNER_DIGITS = 16

/**
 * The serial shipping container code of 18 digits (GS1 General Specifications, 3.3.1): extension digit, the company
 * prefix with which the site's GLN begins, serial reference, check digit. The extension digit is the serial's highest, so
 * a prefix of 7 digits has 10,000 million of them.
 * @param gln of the site, 13 digits
 * @param prefixDigits how many of them are the company's own
 * @throws RangeError when the serials are used up
 */
export function sscc(gln: string, prefixDigits: number, serial: bigint): string {
  const digits = serial.toString().padStart(INNER_DIGITS - prefixDigits + 1, '0')
  if (digits.length > INNER_DIGITS - prefixDigits + 1)
    throw new RangeError(`no serial ${serial} behind ${prefixDigits} digits of ${gln}`)
  const key = digits.slice(0, 1) + gln.slice(0, prefixDigits) + digits.slice(1)
  return key + (checkDigit(key) ?? '')
}
