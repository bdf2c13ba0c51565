import { measureBelts } from './measure-belts'
import { BELT_MINUTES, beltQueue, type SpoolFacts } from './rules/belt-facts'
import type { WantedAlert } from './rules/wanted-alert'
import { wantedBeltAlerts } from './rules/wanted-belt-alerts'
import { isBehind, wantedRecordsAlerts } from './rules/wanted-records-alerts'

/** What the watcher remembers between two looks at belts: since when nobody answers for a sorter, ms of its clock. */
export type BeltMemory = Map<string, number>

/**
 * One look at every belt: the alerts that ought to be open. While decisions of this process wait for the database, what
 * it has of scanners is old, and none of them is called silent.
 * @param spool how that of this process stands; null where it has none
 * @param nowMs a clock that only goes forward, for what lasts
 */
export async function watchBelts(
  memory: BeltMemory,
  spool: SpoolFacts | null,
  now: Date,
  nowMs: number,
): Promise<WantedAlert[]> {
  const measured = await measureBelts()
  const isOld = spool !== null && isBehind(spool, now)
  const wanted = measured.flatMap((facts) => {
    const key = `${facts.site} ${beltQueue(facts.sorter)}`
    const since = facts.isAnswered ? null : (memory.get(key) ?? nowMs)
    if (since === null) memory.delete(key)
    else memory.set(key, since)
    const alerts = wantedBeltAlerts(facts, since === null ? 0 : (nowMs - since) / 1_000)
    return isOld ? alerts.filter(({ topic }) => topic !== 'scanner-silent') : alerts
  })
  if (spool === null) return wanted
  const sites = [...new Set(measured.map(({ site }) => site))]
  const boxesPerMinute = measured.reduce((sum, { scans }) => sum + scans, 0) / BELT_MINUTES
  return [...wanted, ...sites.flatMap((site) => wantedRecordsAlerts(site, spool, boxesPerMinute, now))]
}
