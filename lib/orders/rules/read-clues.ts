/** What a text typed into the search box may be: the beginning of a number or an e-mail, the end of a phone number, parts of a name. */
export type Clue =
  | { kind: 'number' | 'email'; begins: string }
  | { kind: 'phone'; endsReversed: string }
  | { kind: 'name'; words: string[] }

/** Of a phone number, what stays the same however country and area are written. */
const SUBSCRIBER_DIGITS = 9
/** Fewer digits are the end of too many numbers. */
const FEWEST_DIGITS = 4
const WHOLE_DIGITS = 7

/** Everything that a text may mean; each of it is looked for. */
export function readClues(query: string): Clue[] {
  const text = query.trim()
  if (text === '') return []
  if (text.includes('@')) return [{ kind: 'email', begins: text.toLowerCase() }]
  if (/^\d+-\w*$/.test(text)) return [{ kind: 'number', begins: text.toUpperCase() }]
  if (/^\+?[\d ()/.-]+$/.test(text)) return digitClues(text)
  const words = text.split(/\s+/)
  const [first = '', ...others] = words
  return [
    { kind: 'name', words },
    ...(others.length === 0 ? [{ kind: 'email', begins: first.toLowerCase() } as const] : []),
  ]
}

function digitClues(text: string): Clue[] {
  const digits = text.replace(/\D/g, '')
  // The zeros before a whole number stand for an area or a country; those before a few last digits are meant.
  const whole = digits.length >= WHOLE_DIGITS ? digits.replace(/^0+/, '') : digits
  const significant = whole.slice(-SUBSCRIBER_DIGITS)
  const clues: Clue[] = /^\d+$/.test(text) ? [{ kind: 'number', begins: digits }] : []
  if (significant.length < FEWEST_DIGITS) return clues
  return [...clues, { kind: 'phone', endsReversed: [...significant].reverse().join('') }]
}
