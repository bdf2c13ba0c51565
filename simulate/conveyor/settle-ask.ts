import type { Ask, Verdict } from './ride'

/** Where an answer sends a box; null where it goes straight on. */
export function assignedLane({ answer, ride }: Ask): string | null {
  if (answer?.action === 'divert') return answer.lane
  return answer?.action === 'reject' ? ride.sorter.exceptionLane : null
}

/**
 * What the machine knows by now of the box of an answered scan: null as long as it is on its way, and where there is
 * nothing to tell (a box that goes around is seen again; one that vanished unseen is missing, and nobody knows).
 */
export function verdictOn(ask: Ask): Verdict | null {
  const { answer, ride, passed, replaced } = ask
  if (!answer) return null
  const assigned = assignedLane(ask)
  const missed: Verdict = { outcome: 'missed', actualLane: null }
  if (replaced) {
    if (assigned !== null && passed.includes(assigned)) return missed
    return replaced === 'unread' && answer.action !== 'pass' ? missed : null
  }
  if (ride.ending?.how === 'lost')
    return ride.fault === 'lost-told' ? { outcome: 'lost', actualLane: null } : null
  if (assigned === null) return null
  if (ride.ending && (ride.ending.how === 'strayed' || ride.ending.lane === assigned))
    return { outcome: 'diverted', actualLane: ride.ending.lane }
  return passed.includes(assigned) ? missed : null
}
