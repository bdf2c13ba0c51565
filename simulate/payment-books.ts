import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'

/** A decision of the provider about one idempotency key; the last entry of a key is the truth. */
export type Entry = {
  key: string
  id: string
  /** The request it answers, so that another body under the same key is noticed. */
  request: string
  status: 'authorized' | 'declined' | 'cancelled'
  amount: number
  currency: string
  reference: string
  declineReason?: string
}

/**
 * The provider's books: a file of JSON lines, one write a decision, made before the answer goes out. A killed process
 * loses nothing that it has decided; a torn last line was never answered and does not count.
 */
export function openBooks(file: string) {
  const entries = new Map<string, Entry>()
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  for (const line of text.split('\n')) {
    const entry = readLine(line)
    if (entry) entries.set(entry.key, entry)
  }
  const descriptor = openSync(file, 'a', 0o600)
  if (text !== '' && !text.endsWith('\n')) writeSync(descriptor, '\n')
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

function readLine(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry
  } catch {
    return undefined
  }
}
