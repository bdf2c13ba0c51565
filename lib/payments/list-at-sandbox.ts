import { z } from 'zod'
import { askSandbox } from './ask-sandbox'
import { type ListedMovement, movementKindSchema } from './schema'

const TIMEOUT_MS = 30_000

const pageSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: movementKindSchema,
      key: z.string(),
      reference: z.string(),
      amount: z.int(),
      currency: z.string(),
      at: z.iso.datetime().transform((at) => new Date(at)),
    }),
  ),
  nextCursor: z.string().nullable(),
})

/** What moved at the sandbox since then; throws as `askSandbox` does. */
export async function listAtSandbox(since: Date): Promise<ListedMovement[]> {
  const listed: ListedMovement[] = []
  let cursor: string | null = '0'
  while (cursor !== null) {
    const path = `/v1/movements?since=${since.toISOString()}&cursor=${cursor}`
    const { body } = await askSandbox({ method: 'GET', path }, TIMEOUT_MS)
    const page: z.infer<typeof pageSchema> = pageSchema.parse(body)
    for (const { id, kind, key, reference: orderNumber, amount, currency, at } of page.items) {
      // Charging and voiding go by the order's number alone.
      const ours = kind === 'capture' || kind === 'refund' ? key : `${orderNumber}/${kind}`
      listed.push({ id: ours, orderNumber, kind, amountMinor: amount, currency, reference: id, at })
    }
    cursor = page.nextCursor
  }
  return listed
}
