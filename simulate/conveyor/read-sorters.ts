import type { Sorter } from '@/lib/conveyor/topology-schema'
import { readOn } from '../client/insist'
import type { Client, Told } from '../client/open-client'

/**
 * The belts of a site.
 * @throws Error where it has none
 */
export async function readSorters(client: Client, site: string): Promise<Sorter[]> {
  const conveyor = await readOn(() => client.GET('/api/conveyor', { params: { query: { site } } }))
  if (!conveyor || conveyor.sorters.length === 0) throw new Error(`${site} has no belt`)
  return sortersOf(conveyor)
}

/** The drawing as `GET /api/conveyor` tells it, each sorter with its lanes again. */
function sortersOf({ sorters, lanes }: Told<'/api/conveyor'>): Sorter[] {
  return sorters.map(({ id, name, speedMetresPerSecond, lengthMetres, loop, exceptionLane, scanners }) => ({
    ...{ id, name, speedMetresPerSecond, lengthMetres, loop, exceptionLane, scanners },
    lanes: lanes.filter(({ sorter }) => sorter === id),
  }))
}
