import { statement } from '@/lib/platform/db'
import { type Topology, topologySchema } from './topology-schema'

export type DrawnSite = { site: string; version: number; timeZone: string; topology: Topology }

/** The drawings of all sites that have belts. */
export async function readDrawings(): Promise<DrawnSite[]> {
  const rows = await statement<DrawnSite>(
    'read-drawings',
    `SELECT site_id AS site, version, time_zone AS "timeZone", topology FROM conveyor_plan JOIN site ON site.id = site_id ORDER BY site_id`,
    [],
  )
  return rows.map((row) => ({ ...row, topology: topologySchema.parse(row.topology) }))
}
