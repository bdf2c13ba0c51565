import { statement } from '@/lib/platform/db'
import type { ListedMovement } from './schema'

/**
 * Takes up a movement that the provider did and we do not know as done; known, it changes nothing.
 * @param askedBy who found it, for the movement's own row
 * @returns whether it was taken up
 */
export async function takeUpMovement(
  { id, orderNumber, kind, amountMinor, reference, at }: ListedMovement,
  askedBy: string,
): Promise<boolean> {
  const [row] = await statement<{ mended: boolean }>(
    'take-up-movement',
    'SELECT take_up_movement($1,$2,$3,$4,$5,$6,$7) AS mended',
    [id, orderNumber, kind, amountMinor, reference, askedBy, at],
  )
  return row?.mended ?? false
}
