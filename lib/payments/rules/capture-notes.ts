const PREFIX = 'capture_'
/** Keys of Stripe's metadata have 40 characters at most. */
const KEY_LENGTH = 40

/** A capture as it is written into the metadata of its PaymentIntent: Stripe has no object of its own for it. */
export type CaptureNote = { id: string; amountMinor: number; atSeconds: number }

/** The note of a capture, written by the request that captures. The key is the end of the id, where shipments differ. */
export function captureNote(id: string, amountMinor: number, atSeconds: number): Record<string, string> {
  return { [keyOf(id)]: `${amountMinor} ${atSeconds} ${id}` }
}

/** Every capture that a PaymentIntent's metadata tells of. */
export function readCaptures(metadata: Record<string, string>): CaptureNote[] {
  return Object.entries(metadata)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([, note]) => {
      const [amount = '', at = '', ...id] = note.split(' ')
      return { id: id.join(' '), amountMinor: Number(amount), atSeconds: Number(at) }
    })
}

export function findCapture(metadata: Record<string, string>, id: string): CaptureNote | undefined {
  return readCaptures(metadata).find((note) => note.id === id)
}

const keyOf = (id: string): string => PREFIX + id.slice(PREFIX.length - KEY_LENGTH)
