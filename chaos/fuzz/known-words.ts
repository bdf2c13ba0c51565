import fc from 'fast-check'
import type { Words } from './arbitrary-of-schema'

const MOST_OF_A_NAME = 60
const LONGEST = 200

/** Names that mean the same thing in a path, a query, a body or an answer. */
const MEANT: Record<string, string[]> = {
  code: ['code', 'bin', 'fromBin', 'toBin', 'aisle'],
  bin: ['code', 'bin', 'fromBin', 'toBin'],
  fromBin: ['code', 'bin'],
  toBin: ['code', 'bin'],
  aisle: ['code', 'aisle'],
  barcode: ['barcode', 'label', 'totes', 'sscc'],
  parcel: ['parcel', 'sscc', 'id'],
  tourId: ['tourId', 'id'],
  stowId: ['stowId', 'id'],
  decisionId: ['decisionId'],
  deliveryId: ['deliveryId', 'id'],
  after: ['nextCursor'],
  cursor: ['nextCursor'],
  term: ['term', 'member'],
  type: ['type'],
  name: ['name'],
  captureId: ['captureID', 'captureId'],
  eventId: ['eventID', 'eventId'],
}

/** What answers have named so far: fuel for the next questions. */
export function knownWords() {
  const values = new Map<string, Set<string>>()
  const learn = (value: unknown, name = ''): void => {
    if (typeof value === 'string') keep(name, value)
    else if (Array.isArray(value)) for (const one of value.slice(0, 40)) learn(one, name)
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) learn(part, key)
  }
  const keep = (name: string, value: string): void => {
    const known = values.get(name) ?? new Set()
    values.set(name, known)
    if (value !== '' && value.length <= LONGEST && known.size < MOST_OF_A_NAME) known.add(value)
  }
  const words = (text: Words['text'], isAllowed: (value: string) => boolean): Words => ({
    text,
    named(name) {
      const known = (MEANT[name] ?? [name])
        .flatMap((meant) => [...(values.get(meant) ?? [])])
        .filter(isAllowed)
      return known.length > 0 ? fc.constantFrom(...known) : undefined
    },
  })
  return { learn, keep, words }
}
