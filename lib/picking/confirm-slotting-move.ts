import { moveUnits } from '@/lib/inventory/move-units'
import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { type MoveConfirmation, type MoveState, type Transfer, transferSchema } from './slotting-schema'

type Moving = Awaited<ReturnType<typeof moveUnits>>
type Confirming =
  | { outcome: 'confirmed'; state: MoveState; quantity: number }
  /** Nobody asked for it, or not yet. */
  | { outcome: 'unknown' }
  | { outcome: 'not-next' }
  | Exclude<Moving, { outcome: 'moved' }>
type Row = { state: MoveState; told: number; transfers: Transfer[] }

/**
 * Somebody carried the units of a transfer to a bin and scanned it: the ledger is told that bin, planned or not, if it takes
 * them. Idempotent by move and transfer: the ledger knows them by that name, and a transfer that is told stays told; a death
 * between ledger and move leaves a transfer that the next confirmation finds in the ledger and closes.
 */
export async function confirmSlottingMove(
  at: { site: string; id: string; by: string; traceparent: string | null; now: Date },
  said: MoveConfirmation,
): Promise<Confirming> {
  const { site, id, by } = at
  const [row] = await statement<Row>(
    'find-slotting-move',
    `SELECT state, told, move->'transfers' AS transfers FROM slotting_move
      WHERE site_id = $1 AND id = $2::uuid AND state IN ('accepted', 'done')`,
    [site, id],
  )
  if (!row) return { outcome: 'unknown' }
  const transfer = transferSchema.safeParse(row.transfers[said.transfer])
  if (!transfer.success || said.transfer > row.told) return { outcome: 'not-next' }
  if (said.transfer < row.told) return { outcome: 'confirmed', state: row.state, quantity: said.quantity }
  const { sku, lot, expiresOn, from } = transfer.data
  const moving = await moveUnits(
    {
      ...{
        site,
        sku,
        lot,
        expiresOn,
        by,
        from: from.bin,
        to: said.bin,
        quantity: said.quantity,
        at: said.at,
      },
      operationId: `move:${id}:${said.transfer}`,
    },
    at.traceparent,
    at.now,
  )
  if (moving.outcome !== 'moved') return moving
  const [after] = await statement<{ state: MoveState }>(
    'tell-slotting-move',
    `WITH told AS (
       UPDATE slotting_move SET told = $2::int + 1, done_at = now(),
              state = CASE WHEN $2::int + 1 = $3::int THEN 'done' ELSE state END
        WHERE id = $1::uuid AND told = $2::int RETURNING state
     )
     SELECT state FROM told UNION ALL SELECT state FROM slotting_move WHERE id = $1::uuid LIMIT 1`,
    [id, said.transfer, row.transfers.length],
  )
  announce({ site, topic: 'picks', event: 'picking/slotting-move.told', id, version: said.transfer + 1 })
  return { outcome: 'confirmed', state: after?.state ?? row.state, quantity: said.quantity }
}
