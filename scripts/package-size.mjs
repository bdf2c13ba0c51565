// What a package size of the source ("12 OZ", "10/6.75 OZ", "4 PK/4 OZ", "1/2 GAL", "150 SQ FT") means for a shopper.

const GRAMS = {
  OZ: 28.35,
  LB: 453.6,
  GA: 3785,
  GAL: 3785,
  QT: 946,
  PT: 473,
  L: 1000,
  ML: 1,
  'SQ FT': 4,
  FT: 4,
}
const PIECES = { CT: 1, PC: 1, PK: 1, STEM: 1, LD: 1, LOAD: 1, DZ: 12, DOZ: 12 }
const WORDS = {
  GA: 'gal',
  L: 'L',
  ML: 'mL',
  PC: 'ct',
  PK: 'ct',
  LD: 'loads',
  LOAD: 'loads',
  DZ: 'ct',
  DOZ: 'ct',
  STEM: 'stems',
}
const ALIASES = { OZS: 'OZ', O: 'OZ', LOADS: 'LOAD' }
const UNIT = '(SQ FT|FT|OZS?|O|LB|GAL?|QT|PT|ML|L|CT|PC|PK|STEM|LOADS?|LD|DZ|DOZ)'
const PACKAGING = 1.08

// Growers' cases: nobody buys 40 lb of bananas for 92 cents.
const CASE_POUND_MINOR = 20
const CASE_PIECES = 10
const CASE_MELONS = 5
const LOOSE_PIECES_OF_A_POUND_CASE = 3

/**
 * @param product { size, pack, section, priceMinor }: pack is the number of cans that the type names
 * @returns { label, grams } of one unit as it is sold
 */
export function packageSize({ size, pack, section, priceMinor }) {
  const parts = partsOf(size, section.department)
  if (!parts) throw new Error(`unknown package size "${size}"`)
  const { unit } = parts
  let { count, each } = parts
  if (isCase(parts, section, priceMinor)) {
    const pieces = unit === 'LB' ? LOOSE_PIECES_OF_A_POUND_CASE : 1
    return { label: 'loose', grams: Math.round(section.gramsEach * pieces) }
  }
  if (unit === 'PK' && pack) [count, each] = [each, 12]
  else if (pack && count === 1) [count, each] = each > 100 ? [pack, each / pack] : [pack, each]
  else if (unit === 'OZ' && each > 100 && (each * 10) % 169 === 0) [count, each] = [(each * 10) / 169, 16.9]
  const measure = unit === 'PK' && pack ? 'OZ' : unit
  // A pouch that makes 2 quarts holds a spoon of powder, and a bag for 13 gallons is sold empty.
  if (section.section === 'Drink Mixes' && GRAMS[unit] > 100)
    return { label: `makes ${each} ${unit.toLowerCase()}`, grams: section.gramsEach }
  if (section.section === 'Wraps & Bags' && measure === 'GAL')
    return { label: `${each} gal`, grams: 30 * section.gramsEach }
  const grams = PIECES[measure] ? each * PIECES[measure] * section.gramsEach : each * GRAMS[measure]
  return { label: labelOf(count, each, measure), grams: Math.max(6, Math.round(count * grams * PACKAGING)) }
}

function partsOf(size, department) {
  // A leading L, N or number in brackets is a mark of the source's own.
  const text = size
    .toUpperCase()
    .replace(/ +/g, ' ')
    .replace(/^[LN] +(?=[\d.])/, '')
    .replace(/^\(\d+\) */, '')
    .replace(/ (CAN|BAG)$/, '')
  const plain = text.replace(
    /(?:(\d+) )?\b([1357])\/([248])\b(?! ?PK)(?= ?[A-Z])/,
    (whole, ones, top, bottom) =>
      Number(top) < Number(bottom) && !(bottom === '8' && top === '1')
        ? String(Number(ones ?? 0) + top / bottom)
        : whole,
  )
  const multi = new RegExp(`^(\\d+)(?: ?(PK|CT))?[/-]([\\d.]+) ?${UNIT}$`).exec(plain)
  const behind = new RegExp(`^([\\d.]+) ?${UNIT}/(\\d+) ?(PK|CT)$`).exec(plain)
  if (multi) {
    const [, count, kind, each, unit] = multi
    if (kind === 'CT' && unit === 'GAL') return { count: 1, each: Number(count), unit: 'CT' }
    // "16 CT/22 OZ" says the weight of all; "12/12 OZ" of bacon is the butcher's case; "48-54 CT" is a range.
    const single = kind === 'CT' || department === 'Meat & Seafood' || plain.includes(' CT') || unit === 'CT'
    return { count: single ? 1 : Number(count), each: Number(each), unit: ALIASES[unit] ?? unit }
  }
  if (behind) {
    const [, each, unit, count, kind] = behind
    return { count: kind === 'CT' ? 1 : Number(count), each: Number(each), unit: ALIASES[unit] ?? unit }
  }
  const [, each, unit] = new RegExp(`^([\\d.]*) ?${UNIT}$`).exec(plain) ?? []
  return unit && { count: 1, each: Number(each || 1), unit: ALIASES[unit] ?? unit }
}

function isCase({ each, unit }, section, priceMinor) {
  if (section.department !== 'Produce') return false
  return unit === 'LB'
    ? priceMinor / each < CASE_POUND_MINOR
    : unit === 'CT' && each >= (section.section === 'Melons' ? CASE_MELONS : CASE_PIECES)
}

function labelOf(count, each, unit) {
  const amount = Number((each * (unit === 'DZ' || unit === 'DOZ' ? 12 : 1)).toFixed(2))
  const measure = `${amount} ${WORDS[unit] ?? unit.toLowerCase()}`
  return count > 1 ? `${Math.round(count)} x ${measure}` : measure
}
