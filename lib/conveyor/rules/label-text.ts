export type LabelFacts = {
  sscc: string
  carrier: string
  orderNumber: string
  from: string
  name: string
  shipTo: { line1: string; line2?: string | undefined; city: string; postalCode: string; country: string }
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 knows no control characters, not even escaped
const UNPRINTED = /[\u0000-\u001f\u007f\ufffe\uffff]/g
const escaped = (text: string): string =>
  text.replace(UNPRINTED, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** A line of text never leaves the label: what is too long is drawn smaller. Letters are seldom wider than 0.65 of their height. */
function line(text: string, yMm: number, sizeMm: number, weight = 400): string {
  const fitting = Math.min(sizeMm, (WIDTH_MM - 2 * MARGIN_MM) / (text.length * 0.65))
  return `<text x="${MARGIN_MM}" y="${yMm}" font-size="${Number(fitting.toFixed(2))}" font-weight="${weight}">${escaped(text)}</text>`
}

const WIDTH_MM = 102
const HEIGHT_MM = 152
/** More than ten bars of the symbol: its quiet zone. */
const MARGIN_MM = 6

/**
 * A logistic label as SVG, 102 x 152 mm: carrier and sender, the address, and the SSCC under its application identifier
 * (GS1 General Specifications, 6.6: the symbol with the SSCC is the lowest, at least 31.75 mm high, its narrowest bar 0.495 mm or
 * more; here it is 38 mm, and 90 mm for 156 bars).
 * @param bars the GS1-128 symbol, an SVG document with a view box
 */
export function labelText(
  { sscc, carrier, orderNumber, from, name, shipTo }: LabelFacts,
  bars: string,
): string {
  const { line1, line2, city, postalCode, country } = shipTo
  const address = [name, line1, ...(line2 ? [line2] : []), `${postalCode} ${city}`, country]
  const symbol = `x="${MARGIN_MM}" y="98" width="${WIDTH_MM - 2 * MARGIN_MM}" height="38" preserveAspectRatio="none"`
  const placed = bars.replace('<svg ', `<svg ${symbol} `)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_MM}mm" height="${HEIGHT_MM}mm" viewBox="0 0 ${WIDTH_MM} ${HEIGHT_MM}" font-family="sans-serif">`,
    `<title>Parcel ${escaped(sscc)}</title>`,
    `<rect width="${WIDTH_MM}" height="${HEIGHT_MM}" fill="#fff"/>`,
    line(carrier, 15, 9, 700),
    line(`From ${from}`, 23, 3.5),
    line(`Order ${orderNumber}`, 29, 3.5),
    '<path d="M6 33H96M6 92H96" stroke="#000" stroke-width="0.5"/>',
    ...address.map((text, at) => line(text, 45 + at * 10, at === 0 ? 7 : 6, at === 0 ? 700 : 400)),
    placed,
    line(`(00) ${sscc}`, 144, 5),
    '</svg>',
  ].join('\n')
}
