import { inflateSync } from 'node:zlib'

/**
 * The words of a PDF that pdfkit wrote with the fonts of every reader: the strings of its text operators in the order in which
 * they were drawn, a line each. Windows-1252 is read as Latin-1: good enough for letters and digits.
 */
export function readPdfText(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const lines: string[] = []
  for (const { index } of raw.matchAll(/stream\r?\n/g)) {
    const begin = index + (raw[index + 6] === '\r' ? 8 : 7)
    const end = raw.indexOf('endstream', begin)
    const page = inflated(pdf.subarray(begin, end))
    for (const [, parts = ''] of page.matchAll(/\[((?:<[0-9a-f]*>|[\s\d.-])*)\]\s*TJ/g))
      lines.push(
        [...parts.matchAll(/<([0-9a-f]*)>/g)]
          .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
          .join(''),
      )
  }
  return lines.join('\n')
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}
