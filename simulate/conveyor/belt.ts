import type { Sorter } from '@/lib/conveyor/topology-schema'
import { seededRandom } from '../random'
import { openAgenda } from './agenda'
import { drawFault } from './faults'
import { fillLane } from './lane-fill'
import type { Box } from './make-boxes'
import { inductNext, reachWaypoint } from './move-ride'
import { hearAnswer, sayScan } from './read-label'
import type { Answer, Ask, Ride, Said } from './ride'
import { waypointsOf } from './waypoints'
import type { BeltSettings, Happening, Track, World } from './world'

/** Boxes are short enough for 450 a minute at 2 m/s, which is a box every 27 cm. */
const SHORTEST_METRES = 0.16
const LONGEST_METRES = 0.2

/** Belts as physics, with a clock of their own (ms since they began): no real time passes in here. */
export type Belt = {
  /** A box comes to the induct of a sorter. */
  induct: (sorter: string, box: Box, atMs: number) => void
  /** When something happens next; Infinity when nothing will. */
  nextAtMs: () => number
  /** Lets everything happen until then. @returns what the machine says meanwhile, in its order */
  advance: (toMs: number) => Said[]
  /** An answer has come. */
  hear: (scanner: string, seq: number, answer: Answer, atMs: number) => Said[]
  rides: () => Ride[]
  asks: () => Ask[]
  /** Drops what is over, so that an endless run does not grow. */
  forget: () => void
}

export function openBelt(settings: BeltSettings): Belt {
  const world: World = {
    settings,
    agenda: openAgenda<Happening>(),
    tracks: new Map(settings.sorters.map((sorter) => [sorter.id, trackOf(sorter)])),
    lanes: new Map(
      settings.lanesFill
        ? settings.sorters.flatMap((sorter) =>
            sorter.lanes.map((lane) => [lane.id, fillLane(sorter, lane, settings.seed)] as const),
          )
        : [],
    ),
    asks: new Map(),
    seqs: new Map(),
    said: [],
  }
  let rides: Ride[] = []
  let number = 0
  const takeSaid = () => world.said.splice(0)
  return {
    induct(sorter, box, atMs) {
      const track = world.tracks.get(sorter)
      if (!track) throw new Error(`there is no sorter ${sorter}`)
      const ride = rideOf(track.sorter, box, settings, number++)
      rides.push(ride)
      world.agenda.add(atMs, { kind: 'arrival', ride })
    },
    nextAtMs: world.agenda.nextAtMs,
    advance(toMs) {
      for (let due = world.agenda.takeUntil(toMs); due; due = world.agenda.takeUntil(toMs))
        happen(world, due.happening, due.atMs)
      return takeSaid()
    },
    hear(scanner, seq, answer, atMs) {
      hearAnswer(world, world.asks.get(`${scanner} ${seq}`), answer, atMs)
      return takeSaid()
    },
    rides: () => rides,
    asks: () => [...world.asks.values()],
    forget() {
      rides = rides.filter(({ ending }) => !ending)
      for (const [key, { ride, answer }] of world.asks) if (ride.ending && answer) world.asks.delete(key)
    },
  }
}

function happen(world: World, happening: Happening, atMs: number): void {
  switch (happening.kind) {
    case 'arrival':
      world.tracks.get(happening.ride.sorter.id)?.waiting.push(happening.ride)
      inductNext(world, happening.ride.sorter.id, atMs)
      break
    case 'induct': {
      const track = world.tracks.get(happening.sorter)
      if (track) track.isLooking = false
      inductNext(world, happening.sorter, atMs)
      break
    }
    case 'waypoint':
      reachWaypoint(world, happening.ride, atMs)
      break
    case 'say':
      sayScan(world, happening.ask, atMs)
      break
    case 'emptied':
      if (world.lanes.get(happening.lane)?.empty())
        world.said.push({ kind: 'lane', lane: happening.lane, state: 'open' })
  }
}

const trackOf = (sorter: Sorter): Track => ({
  sorter,
  waypoints: waypointsOf(sorter),
  waiting: [],
  isLooking: false,
  freeAtMs: 0,
  comingAroundAtMs: [],
})

function rideOf(sorter: Sorter, box: Box, { seed, faults }: BeltSettings, number: number): Ride {
  // Far apart (Knuth's multiplicative hash): streams of near seeds begin alike.
  const random = seededRandom(Math.imul(number + 1, 0x9e3779b1) ^ seed)
  const lengthMetres = SHORTEST_METRES + random() * (LONGEST_METRES - SHORTEST_METRES)
  const fault = drawFault(faults.boxes, random)
  const isTaken = fault === 'lost-told' || fault === 'lost-unseen'
  const lastMetres = Math.max(...sorter.lanes.map(({ atMetres }) => atMetres))
  return {
    ...{ sorter, box, lengthMetres, random, fault },
    vanishesAfterMetres: isTaken ? random() * lastMetres : Number.POSITIVE_INFINITY,
    ...{ next: 0, laps: 0, ask: null, isStraying: false, ending: null },
  }
}
