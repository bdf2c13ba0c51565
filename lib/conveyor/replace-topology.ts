import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { drawingChanged } from './events'
import type { Topology } from './topology-schema'

const REPLACE = `
WITH replaced AS (
  INSERT INTO conveyor_plan AS plan (site_id, topology) VALUES ($1, $2)
  ON CONFLICT (site_id) DO UPDATE SET topology = excluded.topology, version = plan.version + 1, changed_at = now()
    WHERE plan.topology <> excluded.topology
  RETURNING version
)
SELECT version, true AS "isChanged" FROM replaced
UNION ALL SELECT version, false FROM conveyor_plan WHERE site_id = $1 AND NOT EXISTS (SELECT FROM replaced)`

/** Makes the belts of a site what the drawing says, all of it; the same drawing again changes nothing. */
export async function replaceTopology(
  site: string,
  topology: Topology,
): Promise<{ version: number; isChanged: boolean }> {
  const [standing] = await statement<{ version: number; isChanged: boolean }>('replace-topology', REPLACE, [
    site,
    JSON.stringify(topology),
  ])
  if (!standing) throw new Error(`the drawing of ${site} is gone`)
  const { version, isChanged } = standing
  if (isChanged) announce({ site, topic: 'conveyor', event: drawingChanged, id: site, version })
  return { version, isChanged }
}
