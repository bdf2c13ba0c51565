import { statement } from '@/lib/platform/db'
import type { Wanted } from './look-for-room'

type Reserved = {
  stowId: string
  /** False: somebody asked the same at the same moment, and this is theirs. */
  isNew: boolean
  loads: { loadId: string; binId: number; quantity: number }[]
}

/** Keeps the room of a stow in the best of these bins that still have it, all of it or nothing. One round trip (`reserve-room.sql`). */
export async function reserveRoom(
  stow: Wanted & { stowId: string; sku: string; askedBy: string; keptUntil: Date },
  choices: readonly { bin: { id: number }; because: string[] }[],
): Promise<Reserved | { placed: number }> {
  const [row] = await statement<{ result: Reserved | { placed: number } }>(
    'reserve-room',
    'SELECT reserve_room($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) AS result',
    [
      ...[stow.stowId, stow.site, stow.operationId, stow.sku, stow.lot, stow.expiresOn, stow.quantity],
      ...[stow.askedBy, stow.keptUntil, choices.map(({ bin }) => bin.id)],
      JSON.stringify(choices.map(({ because }) => because)),
    ],
  )
  if (!row) throw new Error('reserve_room gave no answer')
  return row.result
}
