import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { listChanged } from './events'

type Expediting = { outcome: 'expedited' } | { outcome: 'unknown' } | { outcome: 'not-open'; state: string }

const EXPEDITED = 1

/** Puts a waiting pick list before all that nobody has expedited; done twice, it is done once. */
export async function expeditePickList(pickListId: string): Promise<Expediting> {
  const [row] = await statement<{ site_id: string; state: string; version: number; is_changed: boolean }>(
    'expedite-pick-list',
    `WITH changed AS (
       UPDATE pick_list SET priority = $2, version = version + 1 WHERE id = $1 AND state = 'open' AND priority < $2 RETURNING version
     )
     SELECT list.site_id, list.state, coalesce(changed.version, list.version) AS version, changed.version IS NOT NULL AS is_changed
       FROM pick_list list LEFT JOIN changed ON true WHERE list.id = $1`,
    [pickListId, EXPEDITED],
  )
  if (!row) return { outcome: 'unknown' }
  const { site_id: site, state, version } = row
  if (state !== 'open') return { outcome: 'not-open', state }
  if (row.is_changed) announce({ site, topic: 'picks', event: listChanged, id: pickListId, version })
  return { outcome: 'expedited' }
}
