import { statement } from '@/lib/platform/db'

export type Closing = { state: 'done' | 'refused'; reference: string | null; refused: string | null }

/**
 * Closes an owed movement with what the provider said, writes its entries and says so in the outbox, in one commit.
 * @returns its place among all movements; null when somebody closed it before
 */
export async function closeMovement(id: string, closing: Closing, now: Date): Promise<string | null> {
  const [row] = await statement<{ seq: string | null }>(
    'close-movement',
    'SELECT close_movement($1,$2,$3,$4,$5) AS seq',
    [id, closing.state, closing.reference, closing.refused, now],
  )
  return row?.seq ?? null
}
