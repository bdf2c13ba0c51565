import type { Belt } from './belt'
import type { Ask, Ending, Ride } from './ride'

/** What became of the boxes and of the scans of a run, by the machine's own count. */
export type BeltCount = {
  boxes: number
  endings: Record<Ending['how'], number>
  /** On the belt, or before its induct. */
  stillOn: number
  byLane: Record<string, number>
  /** Followed an answer into a lane that does not serve where the box must go. */
  wrongLanes: number
  /** Times a box came around. */
  laps: number
  scans: number
  noReads: number
  /** Scans by `because` of their answers. */
  because: Record<string, number>
  actions: Record<string, number>
  unanswered: number
  /** Answers that were not there at the deadline; `unforced` of scans that the machine itself did not say late. */
  late: { forced: number; unforced: number }
  contradicted: number
  repeated: number
  told: { diverted: number; missed: number; lost: number; misSorts: number }
}

export function countBelt(belt: Pick<Belt, 'rides' | 'asks'>): BeltCount {
  const [rides, asks] = [belt.rides(), belt.asks()]
  const count = (is: (ride: Ride) => boolean) => rides.filter(is).length
  const ended = (how: Ending['how']) => count(({ ending }) => ending?.how === how)
  const asked = (is: (ask: Ask) => boolean) => asks.filter(is).length
  const isLate = ({ answer, answeredAtMs, deadlineAtMs }: Ask) =>
    answer !== null && answeredAtMs > deadlineAtMs
  return {
    boxes: rides.length,
    endings: {
      diverted: ended('diverted'),
      rejected: ended('rejected'),
      strayed: ended('strayed'),
      'ran-out': ended('ran-out'),
      lost: ended('lost'),
    },
    stillOn: count(({ ending }) => ending === null),
    byLane: tally(rides.flatMap(({ ending }) => ending?.lane ?? [])),
    wrongLanes: count(isInWrongLane),
    laps: rides.reduce((sum, { laps }) => sum + laps, 0),
    scans: asks.length,
    noReads: asked(({ barcode }) => barcode === null),
    because: tally(asks.flatMap(({ answer }) => answer?.because ?? [])),
    actions: tally(asks.flatMap(({ answer }) => answer?.action ?? [])),
    unanswered: asked(({ answer }) => answer === null),
    late: {
      forced: asked((ask) => isLate(ask) && ask.fault === 'late'),
      unforced: asked((ask) => isLate(ask) && ask.fault !== 'late'),
    },
    contradicted: asked(({ isContradicted }) => isContradicted),
    repeated: asks.reduce((sum, { repeated }) => sum + Math.max(0, repeated), 0),
    told: {
      diverted: asked(({ verdict }) => verdict?.outcome === 'diverted'),
      missed: asked(({ verdict }) => verdict?.outcome === 'missed'),
      lost: asked(({ verdict }) => verdict?.outcome === 'lost'),
      misSorts: asked(
        (ask) =>
          ask.barcode !== null &&
          ask.verdict !== null &&
          ask.ride.ending?.how === 'strayed' &&
          ask.ride.ask === ask,
      ),
    },
  }
}

const isInWrongLane = ({ ending, box, sorter }: Ride): boolean =>
  ending?.how === 'diverted' &&
  !sorter.lanes.some(({ id, serves }) => id === ending.lane && serves.includes(box.destination))

function tally(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
