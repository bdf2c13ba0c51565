import { measureBelts } from './measure-belts'
import { BELT_MINUTES, beltQueue, type SpoolFacts } from './rules/belt-facts'
import type { WantedAlert } from './rules/wanted-alert'
import { wantedBeltAlerts } from './rules/wanted-belt-alerts'
import { isBehind, wantedRecordsAlerts } from './rules/wanted-records-alerts'

/** Of 9,000 boxes a minute a measurement takes half a second on two busy cores; a belt's alerts can wait that long. */
const MEASURE_MS = 5_000

/** What the watcher remembers between two looks at belts; times in ms of its clock. */
export type BeltMemory = {
  /** When they were measured last, and what that asked for. */
  measuredAt: number | null
  wanted: WantedAlert[]
  /** Since when nobody answers for a sorter. */
  unanswered: Map<string, number>
}

export const freshBelts = (): BeltMemory => ({ measuredAt: null, wanted: [], unanswered: new Map() })

/**
 * One look at every belt: the alerts that ought to be open, measured anew every 5 s. While decisions of this process wait
 * for the database, what that has of scanners is old, and none of them is called silent.
 * @param spool how that of this process stands; null where it has none
 * @param nowMs a clock that only goes forward, for what lasts
 */
export async function watchBelts(
  memory: BeltMemory,
  spool: SpoolFacts | null,
  now: Date,
  nowMs: number,
): Promise<WantedAlert[]> {
  if (memory.measuredAt !== null && nowMs - memory.measuredAt < MEASURE_MS) return memory.wanted
  memory.wanted = await measure(memory, spool, now, nowMs)
  memory.measuredAt = nowMs
  return memory.wanted
}

async function measure(
  { unanswered }: BeltMemory,
  spool: SpoolFacts | null,
  now: Date,
  nowMs: number,
): Promise<WantedAlert[]> {
  const measured = await measureBelts()
  const isOld = spool !== null && isBehind(spool, now)
  const wanted = measured.flatMap((facts) => {
    const key = `${facts.site} ${beltQueue(facts.sorter)}`
    const since = facts.isAnswered ? null : (unanswered.get(key) ?? nowMs)
    if (since === null) unanswered.delete(key)
    else unanswered.set(key, since)
    const alerts = wantedBeltAlerts(facts, since === null ? 0 : (nowMs - since) / 1_000)
    return isOld ? alerts.filter(({ topic }) => topic !== 'scanner-silent') : alerts
  })
  if (spool === null) return wanted
  const sites = [...new Set(measured.map(({ site }) => site))]
  const boxesPerMinute = measured.reduce((sum, { scans }) => sum + scans, 0) / BELT_MINUTES
  return [...wanted, ...sites.flatMap((site) => wantedRecordsAlerts(site, spool, boxesPerMinute, now))]
}
