import { changePlan } from './change-plan'
import { findLanes } from './queries'
import type { LayoutAisle } from './schema'

/** Says how an aisle may be walked from now on; `up` is the way of growing y. */
export async function setAisleDirection(
  site: string,
  code: string,
  direction: LayoutAisle['direction'],
): Promise<{ outcome: 'set' | 'set-already'; aisle: LayoutAisle } | { outcome: 'unknown' }> {
  const { isChanged, result } = await changePlan(site, async (client) => {
    const aisle = (await findLanes(site, client)).aisles.find((one) => one.code === code)
    if (!aisle || aisle.direction === direction) return { isChanged: false, result: aisle }
    await client.query('UPDATE aisle SET direction = $3 WHERE site_id = $1 AND code = $2', [
      site,
      code,
      direction,
    ])
    return { isChanged: true, result: { ...aisle, direction } }
  })
  return result ? { outcome: isChanged ? 'set' : 'set-already', aisle: result } : { outcome: 'unknown' }
}
