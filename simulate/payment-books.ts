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
})

/** A decision of the provider about one idempotency key; the last entry of a key is the truth. */
export type Entry = z.infer<typeof entrySchema>

/**
 * The provider's books: a file of JSON lines, one write a decision, made before the answer goes out. A killed process
 * loses nothing that it has decided; a torn last line was never answered, and is cut off.
 * @throws Error when the file cannot be opened, or a whole line of it cannot be read
 */
export function openBooks(file: string) {
  const entries = new Map<string, Entry>()
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const wholeBytes = bytes.lastIndexOf('\n') + 1
  for (const line of bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1)) {
    const entry = entrySchema.parse(JSON.parse(line))
    entries.set(entry.key, entry)
  }
  const descriptor = openSync(file, 'a', 0o600)
  ftruncateSync(descriptor, wholeBytes)
  return {
    find: (key: string): Entry | undefined => entries.get(key),
    all: (): Entry[] => [...entries.values()],
    write(entry: Entry): void {
      writeSync(descriptor, `${JSON.stringify(entry)}\n`)
      entries.set(entry.key, entry)
    },
    close: () => closeSync(descriptor),
  }
}
