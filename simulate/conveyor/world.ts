import type { Sorter } from '@/lib/conveyor/topology-schema'
import type { Agenda } from './agenda'
import type { FaultRates } from './faults'
import type { LaneFill } from './lane-fill'
import type { Ask, Ride, Said } from './ride'
import type { Waypoint } from './waypoints'

export type BeltSettings = {
  sorters: Sorter[]
  seed: number
  faults: FaultRates
  /** Scanners count from here: another run's numbers are other boxes. */
  firstSeq: number
  /** Lanes fill, and somebody empties them; else they always have room. */
  lanesFill: boolean
}

export type Happening =
  | { kind: 'arrival'; ride: Ride }
  | { kind: 'induct'; sorter: string }
  | { kind: 'waypoint'; ride: Ride }
  | { kind: 'say'; ask: Ask }
  | { kind: 'emptied'; lane: string }

/** A sorter with what stands before it. */
export type Track = {
  sorter: Sorter
  waypoints: Waypoint[]
  waiting: Ride[]
  /** Somebody will look for room at the induct. */
  isLooking: boolean
  /** When its induct has room behind the box that passed there last. */
  freeAtMs: number
  /** When boxes that go around will be at the induct. */
  comingAroundAtMs: number[]
}

export type World = {
  settings: BeltSettings
  agenda: Agenda<Happening>
  tracks: Map<string, Track>
  /** Those that fill. */
  lanes: Map<string, LaneFill>
  /** By scanner and number. */
  asks: Map<string, Ask>
  seqs: Map<string, number>
  said: Said[]
}
