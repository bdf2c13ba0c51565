import { statement } from '@/lib/platform/db'
import { changeTour } from './change-tour'
import { tourReRouted } from './events'
import { layRest, writeRest } from './lay-rest'
import { lockStops } from './lock-stops'
import { readHall } from './read-hall'
import { readPickingRules } from './read-picking-rules'

/**
 * Lays the rest of a walk anew, from where the picker stands, when the hall has changed since it was laid; done twice, it
 * is done once. The order of open stops may change, a stop's `seq` and bin never; what nobody can reach comes last. The
 * picker hears of it by the tour's version.
 * @returns whether the walk is another one now
 */
export async function reRouteTour(tourId: string, site: string, now: Date): Promise<boolean> {
  const [hall, rules] = await Promise.all([readHall(site), readPickingRules(site)])
  const changed = await changeTour(tourId, async (client, tour) => {
    if (tour.state !== 'walking' || tour.plan_version >= hall.planVersion)
      return { isChanged: false, result: false }
    const stops = [...(await lockStops(client, tour)).values()]
    const ground = { tour, hall, rules, stops }
    const before = await client.query<{ walk: unknown }>('SELECT walk FROM tour WHERE id = $1', [tourId])
    const rest = await layRest(ground)
    const open = stops.filter(({ state }) => state === 'open').sort((a, b) => a.position - b.position)
    const isSame =
      JSON.stringify(before.rows[0]?.walk) === JSON.stringify(rest.walk) ||
      (open.every(({ seq }, at) => seq === rest.order[at]) && rest.walk.length === 0)
    const { walkMetres } = await writeRest(client, ground, rest)
    if (isSame) return { isChanged: false, result: false }
    const data = { tour: tourId, site, walkMetres, why: 'The floor has changed' }
    await client.query(
      `INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at, relayed_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'epoch')`,
      [`tour.re-routed:${tourId}:${hall.planVersion}`, tourReRouted, site, tourId, JSON.stringify(data), now],
    )
    return { isChanged: true, result: true }
  })
  return changed?.result ?? false
}

/** Re-routes every tour of a site, or of all, whose hall has changed under it. */
export async function reRouteTours(site: string | null, now: Date): Promise<{ reRouted: number }> {
  const stale = await statement<{ id: string; site: string }>(
    'stale-tours',
    `SELECT tour.id, tour.site_id AS site FROM tour JOIN floor_plan ON floor_plan.site_id = tour.site_id
      WHERE tour.state = 'walking' AND tour.plan_version < floor_plan.version AND ($1::text IS NULL OR tour.site_id = $1)`,
    [site],
  )
  let reRouted = 0
  for (const tour of stale) if (await reRouteTour(tour.id, tour.site, now)) reRouted++
  return { reRouted }
}
