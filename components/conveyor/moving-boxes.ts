import { metresBetween } from '@/lib/conveyor/rules/geometry'
import type { BeltMessage } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'

export type BeltDecision = BeltMessage['decisions'][number]
export type BeltConfirmation = BeltMessage['confirmations'][number]

/** A box as its last scan left it; where it is follows from the time. */
export type MovingBox = {
  decision: BeltDecision
  scannedMs: number
  fromMetres: number
  /** Where it leaves the belt: metres from the scan, and of the lane; null while it stays on. */
  exit: { lane: string; metres: number; laneMetres: number } | null
}

export type BoxPlace =
  | { on: 'belt'; metres: number }
  | { on: 'lane'; lane: string; share: number }
  | { on: 'nothing' }

/** A box that nobody saw after a whole lap is somewhere else. */
const MOST_LAPS = 1.1

export function boxOf(decision: BeltDecision, sorter: Sorter): MovingBox | null {
  const scanner = sorter.scanners.find(({ id }) => id === decision.scanner)
  if (!scanner) return null
  const box = { decision, scannedMs: Date.parse(decision.at), fromMetres: scanner.atMetres, exit: null }
  const lane = decision.action === 'reject' ? sorter.exceptionLane : decision.lane
  return { ...box, exit: exitTo(sorter, scanner.atMetres, lane) }
}

/** Where a box goes after what was told of it; null when it is on the belt no more. */
export function afterConfirmation(box: MovingBox, sorter: Sorter, told: BeltConfirmation): MovingBox | null {
  if (told.outcome === 'lost') return null
  if (told.outcome === 'diverted' && told.actualLane === box.exit?.lane) return box
  return { ...box, exit: exitTo(sorter, box.fromMetres, told.actualLane) }
}

function exitTo(sorter: Sorter, fromMetres: number, lane: string | null): MovingBox['exit'] {
  const found = sorter.lanes.find(({ id }) => id === lane)
  const metres = found ? metresBetween(sorter, fromMetres, found.atMetres) : null
  return found && metres !== null ? { lane: found.id, metres, laneMetres: found.lengthMetres } : null
}

/** Where a box is at a moment, by the belt's speed. */
export function placeOf({ scannedMs, fromMetres, exit }: MovingBox, sorter: Sorter, nowMs: number): BoxPlace {
  const { speedMetresPerSecond, lengthMetres, loop } = sorter
  const travelled = ((nowMs - scannedMs) / 1_000) * speedMetresPerSecond
  if (travelled < 0) return { on: 'nothing' }
  if (exit && travelled >= exit.metres) {
    const share = (travelled - exit.metres) / exit.laneMetres
    return share < 1 ? { on: 'lane', lane: exit.lane, share } : { on: 'nothing' }
  }
  const metres = fromMetres + travelled
  if (!loop) return metres <= lengthMetres ? { on: 'belt', metres } : { on: 'nothing' }
  return travelled < lengthMetres * MOST_LAPS
    ? { on: 'belt', metres: metres % lengthMetres }
    : { on: 'nothing' }
}
