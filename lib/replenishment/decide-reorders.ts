import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { REORDERS, reorderChanged } from './events'
import type { ReorderDecided, ReorderDecision } from './reorder-schema'

type Deciding =
  | ({ outcome: 'decided' } & ReorderDecided)
  | { outcome: 'not-packs'; id: string; packUnits: number }

/**
 * A person approves proposals, with another quantity if they like, dismisses them, or takes either back; what is on its way
 * can only be given up. Deciding the same twice changes once. One quantity that is not whole packs, and nothing is decided.
 */
export async function decideReorders(
  site: string,
  decisions: readonly ReorderDecision[],
  by: string,
  now: Date,
): Promise<Deciding> {
  const wrong = await findNotPacks(site, decisions)
  if (wrong) return { outcome: 'not-packs', ...wrong }
  const rows = await statement<{ id: string }>(
    'decide-reorders',
    `UPDATE reorder SET state = said.state::reorder_state, quantity = coalesce(said.quantity, reorder.quantity),
            decided_by = CASE WHEN said.state = 'proposed' THEN NULL ELSE $3 END,
            decided_at = CASE WHEN said.state = 'proposed' THEN NULL ELSE $4::timestamptz END
       FROM jsonb_to_recordset($2::jsonb) AS said(id uuid, state text, quantity int)
      WHERE reorder.id = said.id AND site_id = $1
        AND (reorder.state IN ('proposed', 'approved', 'dismissed') AND sent_at IS NULL OR reorder.state = 'sent' AND said.state = 'dismissed')
     RETURNING reorder.id`,
    [site, JSON.stringify(decisions), by, now],
  )
  const decided = rows.map(({ id }) => id)
  announce({ site, topic: 'floor', event: reorderChanged, id: REORDERS, version: now.getTime() })
  return {
    outcome: 'decided',
    decided,
    closed: decisions.map(({ id }) => id).filter((id) => !decided.includes(id)),
  }
}

/** The first of some quantities that is not whole packs. */
export async function findNotPacks(
  site: string,
  said: readonly { id: string; quantity?: number | undefined }[],
): Promise<{ id: string; packUnits: number } | undefined> {
  const [row] = await statement<{ id: string; packUnits: number }>(
    'find-not-packs',
    `SELECT reorder.id, pack_units AS "packUnits" FROM reorder
       JOIN jsonb_to_recordset($2::jsonb) AS said(id uuid, quantity int) ON said.id = reorder.id
      WHERE site_id = $1 AND said.quantity % pack_units <> 0 LIMIT 1`,
    [site, JSON.stringify(said)],
  )
  return row
}
