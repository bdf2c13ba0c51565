import { APPLICATION_IDENTIFIERS } from './application-identifiers'
import { wrongValue } from './element-value'
import { gtin14Of } from './gs1-key'

export type Gs1Element = { ai: string; value: string }
export type ReadElements = { ok: true; elements: Gs1Element[] } | { ok: false; reason: string }

/** FNC1 as scanners send it. */
const GS = '\u001d'
/** What a scanner puts before GS1 data: GS1-128, DataMatrix, QR, DataBar and composites, DotCode. */
const GS1_SYMBOLOGY = /^\](C1|d2|Q3|e0|J1)/
/** EAN-13 (UPC-A too) and EAN-8: the bare GTIN. */
const BARE_GTIN = /^\](E0|E4)(\d+)$/

const refused = (reason: string): ReadElements => ({ ok: false, reason })

/**
 * What a barcode says, as its elements in their order. The scanned text begins with a symbology identifier
 * (ISO/IEC 15424) or with FNC1; an element of variable length ends at the next separator.
 * Which elements belong together is not judged here: see `wrongCompany`.
 */
export function readElementString(scanned: string): ReadElements {
  const bare = BARE_GTIN.exec(scanned)?.[2]
  if (bare !== undefined) {
    const value = gtin14Of(bare)
    return value ? { ok: true, elements: [{ ai: '01', value }] } : refused('the GTIN has a wrong check digit')
  }
  const data = scanned.replace(GS1_SYMBOLOGY, GS)
  if (!data.startsWith(GS)) return refused('this is no GS1 barcode: neither FNC1 nor a symbology identifier')
  const elements: Gs1Element[] = []
  let rest = data.slice(1)
  while (rest !== '') {
    const ai = leadingAi(rest)
    if (ai === undefined) return refused(`no application identifier we know begins "${rest.slice(0, 4)}"`)
    const { value, after } = cut(ai, rest.slice(ai.length))
    const wrong = wrongValue(ai, value)
    if (wrong !== undefined) return refused(wrong)
    const before = elements.find((element) => element.ai === ai)
    if (before && before.value !== value) return refused(`(${ai}) is said twice, differently`)
    if (!before) elements.push({ ai, value })
    rest = after
  }
  return elements.length > 0 ? { ok: true, elements } : refused('the barcode is empty')
}

// No application identifier begins with another one, so the first that fits is the one.
function leadingAi(rest: string): string | undefined {
  return [2, 3, 4].map((length) => rest.slice(0, length)).find((ai) => APPLICATION_IDENTIFIERS.has(ai))
}

function cut(ai: string, rest: string): { value: string; after: string } {
  const { fixed = false, parts = [] } = APPLICATION_IDENTIFIERS.get(ai) ?? {}
  if (fixed) {
    const length = parts.reduce((sum, part) => sum + part.most, 0)
    const after = rest.slice(length)
    return { value: rest.slice(0, length), after: after.startsWith(GS) ? after.slice(1) : after }
  }
  const end = rest.indexOf(GS)
  return end < 0 ? { value: rest, after: '' } : { value: rest.slice(0, end), after: rest.slice(end + 1) }
}

/** The elements as a scanner would send them, FNC1 first; those of fixed length go first, for they need no separator. */
export function elementString(elements: readonly Gs1Element[]): string {
  const isFixed = ({ ai }: Gs1Element) => APPLICATION_IDENTIFIERS.get(ai)?.fixed ?? false
  const inOrder = [...elements.filter(isFixed), ...elements.filter((element) => !isFixed(element))]
  const last = inOrder.length - 1
  return (
    GS +
    inOrder
      .map((element, at) => element.ai + element.value + (isFixed(element) || at === last ? '' : GS))
      .join('')
  )
}

const fits = (ai: string, pattern: string): boolean =>
  ai.length === pattern.length && [...pattern].every((sign, at) => sign === 'n' || sign === ai[at])

/** Why these elements can't be on one item together (a missing or an excluded companion); undefined when they can. */
export function wrongCompany(elements: readonly Gs1Element[]): string | undefined {
  const present = elements.map(({ ai }) => ai)
  for (const ai of present) {
    const { needs, excludes = [] } = APPLICATION_IDENTIFIERS.get(ai) ?? {}
    const others = present.filter((other) => other !== ai)
    const excluded = others.find((other) => excludes.some((pattern) => fits(other, pattern)))
    if (excluded) return `(${ai}) can't stand beside (${excluded})`
    const has = (pattern: string) => others.some((other) => fits(other, pattern))
    if (needs && !needs.some((group) => group.every(has)))
      return `(${ai}) needs (${needs.map((group) => group.join(')+(')).join(') or (')})`
  }
  return undefined
}
