import { type Conveyor, conveyorSchema } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { type CallApi, readPath } from '../call-api'

/**
 * The belts of a site.
 * @throws Error where it has none
 */
export async function readSorters(callApi: CallApi, site: string): Promise<Sorter[]> {
  const conveyor = await readPath(callApi, `/api/conveyor?site=${encodeURIComponent(site)}`, conveyorSchema)
  if (!conveyor || conveyor.sorters.length === 0) throw new Error(`${site} has no belt`)
  return sortersOf(conveyor)
}

/** The drawing as `GET /api/conveyor` tells it, each sorter with its lanes again. */
function sortersOf({ sorters, lanes }: Conveyor): Sorter[] {
  return sorters.map(({ id, name, speedMetresPerSecond, lengthMetres, loop, exceptionLane, scanners }) => ({
    ...{ id, name, speedMetresPerSecond, lengthMetres, loop, exceptionLane, scanners },
    lanes: lanes.filter(({ sorter }) => sorter === id),
  }))
}
