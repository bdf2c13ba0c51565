import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'

const entrySchema = z.object({
  key: z.string(),
  id: z.string(),
  /** Hash of the request it answers, so that another body under the same key is noticed. */
  request: z.string(),
  status: z.enum(['authorized', 'declined', 'cancelled']),
  amount: z.number().int(),
  currency: z.string(),
  reference: z.string(),
  declineReason: z.string().optional(),
  /** The card, which may ask for trouble at every later act upon the authorisation. */
  source: z.string().optional(),
  /** When the books were written, RFC 3339; books from before have none. */
  at: z.string().optional(),
})

const moveSchema = z.object({
  move: z.enum(['capture', 'refund']),
  key: z.string(),
  id: z.string(),
  request: z.string(),
  status: z.enum(['succeeded', 'refused']),
  authorization: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  reference: z.string(),
  declineReason: z.string().optional(),
  at: z.string(),
})

/** A decision of the provider about one authorisation's key; the last entry of a key is the truth. */
export type Entry = z.infer<typeof entrySchema>

/** A capture or a refund, decided once for its key. */
export type Move = z.infer<typeof moveSchema>

/** Money that moved, as the provider lists it: `key` is the client's key of the act, of a void that of what it voids. */
export type Movement = {
  id: string
  kind: 'authorise' | 'capture' | 'void' | 'refund'
  key: string
  authorization: string
  reference: string
  amount: number
  currency: string
  at: string
}

/**
 * The provider's books: a file of JSON lines, one write a decision, made before the answer goes out. A killed process
 * loses nothing that it has decided; a torn last line was never answered, and is cut off.
 * @throws Error when the file cannot be opened, or a whole line of it cannot be read
 */
export function openBooks(file: string, onMovement: (movement: Movement) => void = () => {}) {
  const entries = new Map<string, Entry>()
  const byId = new Map<string, Entry>()
  const moves = new Map<string, Move>()
  const totals = new Map<string, { captured: number; refunded: number }>()
  const movements: Movement[] = []
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const wholeBytes = bytes.lastIndexOf('\n') + 1
  for (const line of bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1)) {
    const said: unknown = JSON.parse(line)
    const isMove = typeof said === 'object' && said !== null && 'move' in said
    if (isMove) keepMove(moveSchema.parse(said))
    else keepEntry(entrySchema.parse(said))
  }
  const descriptor = openSync(file, 'a', 0o600)
  ftruncateSync(descriptor, wholeBytes)

  function keepEntry(entry: Entry): Movement | undefined {
    const before = entries.get(entry.key)
    entries.set(entry.key, entry)
    byId.set(entry.id, entry)
    const { id, key, amount, currency, reference, at = new Date(0).toISOString() } = entry
    const about = { key, authorization: id, currency, reference, at }
    if (entry.status === 'authorized') return kept({ ...about, id, kind: 'authorise', amount })
    if (entry.status !== 'cancelled' || before?.status !== 'authorized') return undefined
    return kept({ ...about, id: `void_${id}`, kind: 'void', amount: amount - totalsOf(id).captured })
  }

  function keepMove(move: Move): Movement | undefined {
    moves.set(move.key, move)
    if (move.status === 'refused') return undefined
    const total = totalsOf(move.authorization)
    if (move.move === 'capture') total.captured += move.amount
    else total.refunded += move.amount
    totals.set(move.authorization, total)
    const { id, key, authorization, amount, currency, reference, at } = move
    return kept({ id, kind: move.move, key, authorization, reference, amount, currency, at })
  }

  function kept(movement: Movement): Movement {
    movements.push(movement)
    return movement
  }

  // Hoisted: books that are read again ask it before the lines below have run.
  function totalsOf(id: string): { captured: number; refunded: number } {
    return totals.get(id) ?? { captured: 0, refunded: 0 }
  }

  function write(line: Entry | Move, keep: () => Movement | undefined): void {
    writeSync(descriptor, `${JSON.stringify(line)}\n`)
    const movement = keep()
    if (movement) onMovement(movement)
  }

  return {
    find: (key: string): Entry | undefined => entries.get(key),
    findById: (id: string): Entry | undefined => byId.get(id),
    findMove: (key: string): Move | undefined => moves.get(key),
    /** What was captured and refunded of an authorisation so far. */
    totalsOf,
    all: (): Entry[] => [...entries.values()],
    /** Money that moved, oldest first. */
    movements,
    write: (entry: Entry): void => write(entry, () => keepEntry(entry)),
    writeMove: (move: Move): void => write(move, () => keepMove(move)),
    close: () => closeSync(descriptor),
  }
}
