/** Metres without what binary fractions leave behind a millimetre. */
export const wholeMillimetres = (metres: number): number => Math.round(metres * 1_000) / 1_000
