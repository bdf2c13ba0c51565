type EventData = Record<string, unknown>
type Typed = { type: string; data: EventData }

const REASONS = ['damage', 'theft', 'found', 'data-entry', 'expired']

/** From each superseded type to the next one: pure, total, one step. A third version adds a line, not a case. */
const STEPS: Record<string, (data: EventData) => Typed> = {
  'stowline.inventory.adjusted.v1': ({ quantity, reason, ...data }) => ({
    type: 'stowline.inventory.adjusted.v2',
    data: { ...data, change: quantity, ...namedReason(reason) },
  }),
  'stowline.inventory.picked.v1': (data) => ({
    type: 'stowline.inventory.picked.v2',
    data: { ...data, orderNumber: null },
  }),
}

// v1 had free words: what is no reason of v2 stays readable as the note.
function namedReason(reason: unknown): EventData {
  if (typeof reason !== 'string') return { reason: 'other' }
  const word = reason.trim().toLowerCase()
  return REASONS.includes(word) ? { reason: word } : { reason: 'other', note: reason }
}

/**
 * An event's type and data in their newest version, by chained steps; what has no newer version comes back as it is.
 * Applied on read: what is stored stays as it was sent.
 */
export function upcast(type: string, data: EventData): Typed {
  const step = STEPS[type]
  if (!step) return { type, data }
  const next = step(data)
  return upcast(next.type, next.data)
}
