import type { AlertSeverity } from '../schema'
import { BELT_MINUTES, type BeltFacts, beltQueue } from './belt-facts'
import { duration } from './queue-words'
import type { BeltTrouble, WantedAlert } from './wanted-alert'

/** Shares say nothing of fewer boxes. */
const LEAST_BOXES = 100
/** Warning above the first, critical above the second: no-reads and mis-sorts as sorters are usually measured. */
const NO_READS = [0.01, 0.03] as const
const RECIRCULATED = [0.05, 0.15] as const
const MIS_SORTED = [0.005, 0.02] as const
const TOO_LATE = [0, 0.01] as const
const MISSING = [0, 9] as const
const FULL_SECONDS = [120, 600] as const
/** More than one in a hundred beyond half of their time: their p99 is. */
const SLOW = 0.01
const LEAST_UNCONFIRMED = 20
const BUSY_PER_MINUTE = 10
const SILENT_SECONDS = 60

type Told = { severity: AlertSeverity | null; says: string; ordersAffected?: number }

/**
 * The alerts that a sorter asks for, each in one sentence with its numbers. Of a sorter that nobody answers for, only that
 * is told.
 * @param unansweredSeconds for how long nobody has; 0 while somebody does
 */
export function wantedBeltAlerts(facts: BeltFacts, unansweredSeconds: number): WantedAlert[] {
  const alert = (trouble: BeltTrouble, { severity, says, ordersAffected = 0 }: Told): WantedAlert[] => {
    const { site, sorter } = facts
    const told = { site, queue: beltQueue(sorter), topic: trouble, cause: trouble, ordersAffected }
    return severity === null ? [] : [{ ...told, severity, message: `${sorter}: ${says}` }]
  }
  if (unansweredSeconds > UNANSWERED_SECONDS) return alert('no-owner', unanswered(facts, unansweredSeconds))
  return [
    ...alert('no-read', noReads(facts)),
    ...alert('recirculation', recirculation(facts)),
    ...alert('too-late', lateness(facts)),
    ...alert('lane-full', fullLanes(facts)),
    ...alert('scanner-silent', silence(facts)),
    ...alert('missing', missing(facts)),
    ...alert('mis-sort', misSorts(facts)),
    ...alert('unconfirmed', unconfirmed(facts)),
  ]
}

/** A takeover needs some. */
const UNANSWERED_SECONDS = 5

const above = (value: number, [warning, critical]: readonly [number, number]): AlertSeverity | null =>
  value > critical ? 'critical' : value > warning ? 'warning' : null
const share = (part: number, whole: number, limits: readonly [number, number]): AlertSeverity | null =>
  whole >= LEAST_BOXES ? above(part / whole, limits) : null

const number = (value: number): string => value.toLocaleString('en')
const boxes = (count: number): string => (count === 1 ? '1 box' : `${number(count)} boxes`)
const of = (part: number, whole: number): string =>
  `${number(part)} of ${number(whole)} boxes in ${BELT_MINUTES} minutes (${((100 * part) / whole).toFixed(1)} %)`
const all = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const unanswered = ({ ordersUnanswered }: BeltFacts, seconds: number): Told => ({
  severity: 'critical',
  says: `nobody has answered its scanners for ${duration(seconds)}; its boxes run to the exceptions`,
  ordersAffected: ordersUnanswered,
})

// One dirty window is one scanner's; the others of its sorter would hide it.
function noReads({ scanners }: BeltFacts): Told {
  const blind = scanners.filter(({ scans, noReads }) => share(noReads, scans, NO_READS) !== null)
  const severities = blind.map(({ scans, noReads }) => share(noReads, scans, NO_READS))
  return {
    severity: severities.includes('critical') ? 'critical' : (severities[0] ?? null),
    says: all(
      blind.map(({ scanner, scans, noReads }) => `${scanner} read no label on ${of(noReads, scans)}`),
    ),
  }
}

const recirculation = ({ recirculated, ordersRecirculated, scans }: BeltFacts): Told => ({
  severity: share(recirculated, scans, RECIRCULATED),
  says: `${of(recirculated, scans)} were sent around again`,
  ordersAffected: ordersRecirculated,
})

function lateness({ scans, slow, tooLate, ordersTooLate, deadlineMs }: BeltFacts): Told {
  if (tooLate > 0)
    return {
      severity: above(tooLate / scans, TOO_LATE),
      says: `the answer came too late for ${of(tooLate, scans)}; none of them was diverted`,
      ordersAffected: ordersTooLate,
    }
  return {
    severity: scans >= LEAST_BOXES && slow / scans > SLOW ? 'warning' : null,
    says: `answers took more than half of the time they have for ${of(slow, scans)}; the tightest deadline is ${deadlineMs} ms`,
  }
}

function fullLanes({ fullLanes: lanes, ordersLaneFull }: BeltFacts): Told {
  const longest = Math.max(0, ...lanes.map(({ seconds }) => seconds))
  return {
    severity: above(longest, FULL_SECONDS),
    says: all(lanes.map(({ lane, seconds }) => `${lane} has been full for ${duration(seconds)}`)),
    ordersAffected: ordersLaneFull,
  }
}

function silence({ scanners }: BeltFacts): Told {
  const silent = scanners.filter(
    ({ lastMinute, perMinuteBefore, lastSeconds }) =>
      lastMinute === 0 && perMinuteBefore > BUSY_PER_MINUTE && lastSeconds >= SILENT_SECONDS,
  )
  return {
    severity: silent.length > 0 ? 'warning' : null,
    says: all(
      silent.map(
        ({ scanner, lastSeconds, perMinuteBefore }) =>
          `${scanner} has told of no box for ${duration(lastSeconds)}, after ${number(Math.round(perMinuteBefore))} a minute`,
      ),
    ),
  }
}

const missing = ({ missing: count, missingLabels, ordersMissing }: BeltFacts): Told => ({
  severity: above(count, MISSING),
  says: `${boxes(count)} went under a scanner in ${BELT_MINUTES} minutes and came nowhere: ${missingLabels.join(', ')}${count > missingLabels.length ? ' …' : ''}`,
  ordersAffected: ordersMissing,
})

const misSorts = ({ misSorts: count, reads, ordersMisSorted }: BeltFacts): Told => ({
  severity: share(count, reads, MIS_SORTED),
  says: `${of(count, reads)} went into another lane than they were sent to`,
  ordersAffected: ordersMisSorted,
})

const unconfirmed = ({ due, confirmed }: BeltFacts): Told => ({
  severity: confirmed === 0 && due >= LEAST_UNCONFIRMED ? 'warning' : null,
  says: `it confirms nothing: of ${boxes(due)} nobody knows where they went, and none can be missed`,
})
