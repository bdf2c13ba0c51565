/** A symbology identifier (ISO/IEC 15424) before what was read. */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/
/** FNC1 as scanners send it, and other characters that no label prints. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const UNPRINTED = /[\u0000-\u001f]/g
/** A serial shipping container code with its application identifier (GS1 General Specifications, 3.2). */
const SSCC = /^(?:\(00\)|00)(\d{18})$/

/** A label under the name by which boxes are known: however it was scanned, an SSCC is its 18 digits. */
export function normaliseLabel(read: string): string {
  const label = read.trim().replace(SYMBOLOGY, '').replace(UNPRINTED, '').trim().toUpperCase()
  return SSCC.exec(label)?.[1] ?? label
}
