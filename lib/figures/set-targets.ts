import { inTransaction } from '@/lib/platform/in-transaction'
import { announce } from '@/lib/platform/realtime'
import { targetsChanged } from './events'
import { isTarget } from './rules/figures'
import type { FigureId, TargetsRequest } from './schema'

type Set = { outcome: 'set' } | { outcome: 'no-target'; figure: FigureId }

/** Says what figures of a site are to be, or, without a number, that the usual holds again; all of them or none. Set twice it is set once. */
export async function setTargets(wish: TargetsRequest, by: string, now: Date): Promise<Set> {
  const { site, targets } = wish
  const wrong = targets.find(({ figure, target }) => target !== null && !isTarget(figure, target))
  if (wrong) return { outcome: 'no-target', figure: wrong.figure }
  await inTransaction(async (client) => {
    await client.query('DELETE FROM figure_target WHERE site_id = $1 AND figure = ANY ($2)', [
      site,
      targets.map(({ figure }) => figure),
    ])
    await client.query(
      `INSERT INTO figure_target (site_id, figure, target, changed_by, changed_at)
       SELECT DISTINCT ON (figure) $1, figure, target, $3, $4::timestamptz FROM json_to_recordset($2) AS wish (figure text, target float8)
        WHERE target IS NOT NULL ON CONFLICT (site_id, figure) DO UPDATE SET target = excluded.target`,
      [site, JSON.stringify(targets), by, now],
    )
  })
  announce({ site, topic: 'orders', event: targetsChanged, id: site, version: now.getTime() })
  return { outcome: 'set' }
}
