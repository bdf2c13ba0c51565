// jsonb holds neither U+0000 nor half a surrogate pair, and its parser recurses: one such event would fail the whole
// transaction that it shares with its neighbours.
const UNSTORABLE = /[\0\p{Surrogate}]/u
// Also matches whole pairs, but is ten times as fast: nearly all text needs no closer look.
const SUSPECT = /[\0\ud800-\udfff]/
/** A moment of the year before 1, which Postgres does not have. */
const YEAR_ZERO = /^0000-\d\d-\d\d(?:T|$)/
const MOST_LEVELS = 64

/** Whether Postgres can keep a JSON value as jsonb, nested at most 64 levels deep, with moments of years that it has. */
export function isStorable(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  if (Array.isArray(value)) return value.every((item) => isStorable(item, levels - 1))
  return Object.entries(value).every(([key, item]) => isStorableText(key) && isStorable(item, levels - 1))
}

const isStorableText = (text: string) =>
  (!SUSPECT.test(text) || !UNSTORABLE.test(text)) && !YEAR_ZERO.test(text)

/** The value with U+FFFD for what jsonb cannot hold, and the same for what lies deeper than 64 levels. */
export function madeStorable(value: unknown, levels = MOST_LEVELS): unknown {
  if (typeof value === 'string') return mended(value)
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0) return '\ufffd'
  if (Array.isArray(value)) return value.map((item) => madeStorable(item, levels - 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [mended(key), madeStorable(item, levels - 1)]),
  )
}

const mended = (text: string) =>
  YEAR_ZERO.test(text) ? '\ufffd' : text.replace(/[\0\p{Surrogate}]/gu, '\ufffd')
