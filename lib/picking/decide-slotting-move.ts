import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { MoveState } from './slotting-schema'

type Deciding = { outcome: 'decided' | 'unknown' } | { outcome: 'begun' }

/**
 * A manager accepts a move, which makes it work of the floor, or dismisses it. Either may be taken back until somebody has
 * begun to make the move; deciding the same twice changes once.
 */
export async function decideSlottingMove(
  site: string,
  id: string,
  state: Extract<MoveState, 'accepted' | 'dismissed'>,
  by: string,
): Promise<Deciding> {
  const [row] = await statement<{ isBegun: boolean }>(
    'decide-slotting-move',
    `WITH decided AS (
       UPDATE slotting_move SET state = $3::slotting_move_state, decided_by = $4, decided_at = now()
        WHERE site_id = $1 AND id = $2::uuid AND told = 0 AND state NOT IN ('done', $3::slotting_move_state)
     )
     SELECT told > 0 OR state = 'done' AS "isBegun" FROM slotting_move WHERE site_id = $1 AND id = $2::uuid`,
    [site, id, state, by],
  )
  if (!row) return { outcome: 'unknown' }
  if (row.isBegun) return { outcome: 'begun' }
  announce({ site, topic: 'picks', event: 'picking/slotting-move.decided', id, version: 1 })
  return { outcome: 'decided' }
}
