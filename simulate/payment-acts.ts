import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Entry, Move, openBooks } from './payment-books'
import type { Answer } from './payment-mischief'

export const authorizeSchema = z.object({
  amount: z.number().int().positive(),
  currency: z.string().length(3),
  source: z.string().min(1),
  reference: z.string().min(1),
})
export const moveRequestSchema = z.object({
  authorization: z.string().min(1),
  amount: z.number().int().positive(),
})

type Books = ReturnType<typeof openBooks>

const ACCEPTED = [
  'tok_ok',
  'tok_slow',
  'tok_lost',
  'tok_flaky',
  'tok_busy',
  'tok_drip',
  'tok_twice',
  'tok_disorder',
]

const hashOf = (request: unknown) => createHash('sha256').update(JSON.stringify(request)).digest('base64url')
const OTHER_BODY: Answer = { status: 422, body: { error: 'key used with another body' } }

/** What was decided for a key before, or nothing. */
export function authorizedBefore(
  books: Books,
  key: string,
  asked: z.infer<typeof authorizeSchema>,
): Answer | undefined {
  const known = books.find(key)
  if (!known) return undefined
  return known.status === 'cancelled' || known.request === hashOf(asked) ? answerOf(known) : OTHER_BODY
}

export function authorize(books: Books, key: string, asked: z.infer<typeof authorizeSchema>): Answer {
  const entry = {
    key,
    id: `auth_${randomUUID()}`,
    request: hashOf(asked),
    ...asked,
    ...decision(asked.source),
  }
  books.write({ ...entry, at: new Date().toISOString() })
  return answerOf(entry)
}

function decision(source: string): Pick<Entry, 'status' | 'declineReason'> {
  if (source === 'tok_declined') return { status: 'declined', declineReason: 'card_declined' }
  return ACCEPTED.includes(source)
    ? { status: 'authorized' }
    : { status: 'declined', declineReason: 'unknown_token' }
}

const answerOf = (entry: Entry): Answer => ({
  status: entry.status === 'authorized' ? 201 : 402,
  body: publicOf(entry),
})

/** Releases what is not captured, and closes the key for ever; a key never used too. */
export function cancel(books: Books, key: string): Answer {
  const known = books.find(key)
  const tombstone = { id: `auth_${randomUUID()}`, request: '', amount: 0, currency: '', reference: key }
  const entry: Entry = { ...(known ?? tombstone), key, status: 'cancelled', at: new Date().toISOString() }
  if (known?.status !== 'cancelled') books.write(entry)
  return { status: 200, body: publicOf(entry) }
}

/** Captures or refunds a part, never more than is left; the same key again gives the first answer again. */
export function moveMoney(
  books: Books,
  kind: Move['move'],
  key: string,
  asked: z.infer<typeof moveRequestSchema>,
): Answer {
  const request = hashOf({ kind, ...asked })
  const known = books.findMove(key)
  if (known) return known.request === request ? moveAnswer(known) : OTHER_BODY
  const entry = books.findById(asked.authorization)
  if (!entry) return { status: 404, body: { error: 'unknown authorization' } }
  const { captured, refunded } = books.totalsOf(entry.id)
  const left =
    kind === 'refund' ? captured - refunded : entry.status === 'authorized' ? entry.amount - captured : 0
  const { currency, reference } = entry
  const about = { key, request, authorization: entry.id, amount: asked.amount, currency, reference }
  const id = `${kind === 'capture' ? 'cap' : 're'}_${randomUUID()}`
  const refused = asked.amount > left
  const outcome = refused
    ? ({ status: 'refused', declineReason: `only ${left} left to ${kind}` } as const)
    : ({ status: 'succeeded' } as const)
  const move = { move: kind, id, ...about, ...outcome, at: new Date().toISOString() }
  books.writeMove(move)
  return moveAnswer(move)
}

function moveAnswer({ request: _request, ...move }: Move): Answer {
  return { status: move.status === 'succeeded' ? 201 : 402, body: move }
}

/** An authorisation as clients see it: never the card, nor when. */
export const publicOf = ({ request: _request, source: _source, at: _at, ...entry }: Entry) => entry
