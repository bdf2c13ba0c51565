import { measureBelts } from './measure-belts'
import { beltQueue, type SpoolFacts } from './rules/belt-facts'
import type { WantedAlert } from './rules/wanted-alert'
import { wantedBeltAlerts } from './rules/wanted-belt-alerts'
import { wantedRecordsAlerts } from './rules/wanted-records-alerts'

/** What the watcher remembers between two looks at belts: since when nobody answers for a sorter, ms of its clock. */
export type BeltMemory = Map<string, number>

/**
 * One look at every belt: the alerts that ought to be open. While decisions of this process wait for the database, what it
 * has of scanners is old, and none of them is called silent.
 * @param spool what the belt of this process keeps in memory; null where it has none
 * @param nowMs a clock that only goes forward, for what lasts
 */
export async function watchBelts(
  memory: BeltMemory,
  spool: SpoolFacts | null,
  now: Date,
  nowMs: number,
): Promise<WantedAlert[]> {
  const measured = await measureBelts()
  const isBehind = spool?.oldestUnrecordedAt != null
  const wanted = measured.flatMap((facts) => {
    const key = `${facts.site} ${beltQueue(facts.sorter)}`
    const since = facts.isAnswered ? null : (memory.get(key) ?? nowMs)
    if (since === null) memory.delete(key)
    else memory.set(key, since)
    const alerts = wantedBeltAlerts(facts, since === null ? 0 : (nowMs - since) / 1_000)
    return isBehind ? alerts.filter(({ topic }) => topic !== 'scanner-silent') : alerts
  })
  if (spool === null) return wanted
  const sites = [...new Set(measured.map(({ site }) => site))]
  return [...wanted, ...sites.flatMap((site) => wantedRecordsAlerts(site, spool, now))]
}
