/** What stands where a person stood. */
export const TOMBSTONE = 'erased'
/** The same where an address of mail has to be: nobody can have it (RFC 2606). */
export const MAIL_TOMBSTONE = 'erased@erased.invalid'

/** Words that tell who somebody is; those in `mails` are replaced by an address. */
export type Needles = { mails: string[]; words: string[] }

// Only what both read as the sign itself: a backslash before letters and digits would mean something.
const escaped = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`)
const hasLetterOrPhone = (word: string): boolean => /\p{L}/u.test(word) || word.replace(/\D/g, '').length >= 6

/** Only words that cannot be anything else: a house number alone would be found in every figure. */
export const usable = ({ mails, words }: Needles): Needles => ({
  mails: [...new Set(mails)],
  words: [...new Set(words)].filter((word) => word.trim().length >= 2 && hasLetterOrPhone(word)),
})

/**
 * A regular expression that Postgres and JavaScript read alike: any of the words, as they are and as JSON writes them.
 * Null where there is none.
 */
export function patternOf(words: readonly string[]): string | null {
  const written = words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)])
  const longestFirst = [...new Set(written)].sort((a, b) => b.length - a.length)
  return longestFirst.length === 0 ? null : longestFirst.map(escaped).join('|')
}

/** A value as a row has it, with tombstones in all its strings; anything else stays. */
export function bury(value: unknown, needles: Needles): unknown {
  const mails = patternOf(needles.mails)
  const words = patternOf(needles.words)
  const buryText = (text: string): string => {
    const first = mails === null ? text : text.replace(new RegExp(mails, 'gi'), MAIL_TOMBSTONE)
    return words === null ? first : first.replace(new RegExp(words, 'gi'), TOMBSTONE)
  }
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return buryText(part)
    if (Array.isArray(part)) return part.map(walk)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [buryText(key), walk(inner)]))
  }
  return walk(value)
}
