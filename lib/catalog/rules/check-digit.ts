/**
 * The GS1 check digit of the digits before it (General Specifications, 7.9): from the right, every other digit counts
 * three times; the check digit fills the sum up to a multiple of ten.
 * @param digits all digits of the key but the last; anything but digits has no check digit
 */
export function checkDigit(digits: string): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    sum += Number(digits[index]) * ((digits.length - index) % 2 === 1 ? 3 : 1)
  }
  return String((10 - (sum % 10)) % 10)
}

/** Whether a GS1 key (GTIN, SSCC, GLN …) ends in its right check digit. */
export function hasRightCheckDigit(key: string): boolean {
  return key.slice(-1) !== '' && checkDigit(key.slice(0, -1)) === key.slice(-1)
}
