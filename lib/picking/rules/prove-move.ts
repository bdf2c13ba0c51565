import type { RoutePlace } from '../schema'
import type { SlotItem, SlottingFacts } from '../slotting-schema'
import type { CrowdedAisles } from './crowded-aisles'
import type { Guess, Spot } from './places-worth-trying'
import { routeLength } from './plan-route'
import { type Walk, walkLength } from './replay-tours'
import type { RoomInBins } from './room-in-bins'

/** A line to a bin there, or with `other`, which leaves that bin for the line's. */
export type Proposal = { line: number; to: string; place: RoutePlace; other: number | null }
export type Proof = { proposal: Proposal; savedMetres: number; lengths: Map<Walk, number>; stamp: number }
/** What is thought about. */
export type Desk = {
  facts: SlottingFacts
  spots: Spot[]
  placeOf: Map<string, RoutePlace>
  itemOf: Map<string, SlotItem>
  linesIn: Map<string, number[]>
  walksOf: Map<number, Walk[]>
  room: RoomInBins
  crowd: CrowdedAisles
  /** How often a walk has changed. */
  changes: Map<Walk, number>
  isMoved: Set<number>
}

/** Of a line's best places so many are proved by replaying, and so many are looked at for room. */
const PROVED_PLACES = 3
const TRIED_PLACES = 24
/** A taste that lasts longer than this is not known from one day. */
const MOST_DAYS = 7
/** Less than this is noise. */
export const LEAST_METRES = 1
export const linesOf = ({ line, other }: Proposal): number[] => (other === null ? [line] : [other, line])

function walksTouched(desk: Desk, proposal: Proposal): Walk[] {
  return [...new Set(linesOf(proposal).flatMap((line) => desk.walksOf.get(line) ?? []))]
}

const stampOf = (desk: Desk, proposal: Proposal): number =>
  walksTouched(desk, proposal).reduce((sum, walk) => sum + (desk.changes.get(walk) ?? 0), 0)

/** Has nothing changed since that touches it? */
export const isStillTrue = (desk: Desk, { proposal, stamp }: Proof): boolean =>
  stamp === stampOf(desk, proposal) && hasRoom(desk, proposal)

export function hasRoom(
  { facts, room, crowd, isMoved, walksOf, placeOf }: Desk,
  proposal: Proposal,
): boolean {
  const { line, to, place, other } = proposal
  const [one, two] = [facts.lines[line], other === null ? undefined : facts.lines[other]]
  if (!one || linesOf(proposal).some((each) => isMoved.has(each))) return false
  const isElsewhere = placeOf.get(one.bin)?.aisle !== place.aisle
  if (isElsewhere && crowd.isCrowdedWith(one, place, walksOf.get(line)?.length ?? 0)) return false
  return two ? room.fits(two, one.bin) && room.fits(one, to, two) : room.fits(one, to)
}

/** The best of a candidate's first places that have room, replayed; null when none is worth its walk. */
export function* prove(
  desk: Desk,
  { line, guesses }: { line: number; guesses: Guess[] },
): Generator<undefined, Proof | null> {
  let best: Proof | null = null
  let proved = 0
  for (const { at } of guesses.slice(0, TRIED_PLACES)) {
    if (proved === PROVED_PLACES) break
    const proposal = proposalAt(desk, line, at)
    if (!proposal) continue
    const proof = yield* replay(desk, proposal)
    proved++
    if (proof.savedMetres > (best?.savedMetres ?? LEAST_METRES)) best = proof
  }
  return best && isWorthIt(desk, best) ? best : null
}

/** The line into the first bin there that takes it, or that takes it once the least picked of its lines has left. */
function proposalAt(desk: Desk, line: number, at: number): Proposal | null {
  const { facts, spots, linesIn, walksOf } = desk
  const spot = spots[at]
  if (!spot) return null
  const picks = (one: number) => walksOf.get(one)?.length ?? 0
  const alone = spot.bins.map((to) => ({ line, to, place: spot.place, other: null }))
  const simple = alone.find((proposal) => hasRoom(desk, proposal))
  if (simple) return simple
  const pairs = spot.bins.flatMap((to) =>
    (linesIn.get(to) ?? [])
      .filter((other) => facts.lines[other]?.isMovable && picks(other) < picks(line))
      .map((other) => ({ line, to, place: spot.place, other })),
  )
  const fitting = pairs
    .sort((a, b) => picks(a.other) - picks(b.other))
    .find((proposal) => hasRoom(desk, proposal))
  return fitting ?? null
}

export function* replay(desk: Desk, proposal: Proposal): Generator<undefined, Proof> {
  const { facts, placeOf } = desk
  const from = placeOf.get(facts.lines[proposal.line]?.bin ?? '')
  const lengths = new Map<Walk, number>()
  let savedMetres = 0
  for (const walk of walksTouched(desk, proposal)) {
    const places = walk.picks.map(({ line, place }) => {
      if (line === null) return place
      return line === proposal.line ? proposal.place : line === proposal.other ? (from ?? place) : place
    })
    const length = walkLength(facts, places)
    lengths.set(walk, length)
    savedMetres += walk.length - length
    yield
  }
  return { proposal, savedMetres, lengths, stamp: stampOf(desk, proposal) }
}

function isWorthIt(desk: Desk, proof: Proof): boolean {
  return proof.savedMetres * lastsDays(desk, proof.proposal) > costMetres(desk, proof.proposal)
}

/** There, across and back; for a pair first to the other item, which makes room. */
export function costMetres({ facts, placeOf }: Desk, { line, place, other }: Proposal): number {
  const from = placeOf.get(facts.lines[line]?.bin ?? '')
  if (!from) return Number.POSITIVE_INFINITY
  const { layout, start, end } = facts
  const walk = other === null ? [from, place] : [place, from, place]
  return routeLength({ format: 'pick-route-case/1', id: 'move', layout, start, end, stops: [] }, walk)
}

/** As long as the units that can be moved last if each day takes as many as this one. */
export function lastsDays({ facts }: Desk, { line }: Proposal): number {
  const { bin, sku, freeUnits = 0 } = facts.lines[line] ?? {}
  let picked = 0
  for (const { picks } of facts.tours)
    for (const pick of picks) if (pick.bin === bin && pick.sku === sku) picked += pick.units
  return Math.min(MOST_DAYS, freeUnits / Math.max(1, picked))
}
