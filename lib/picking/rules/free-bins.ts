import type { SpaceWish } from '../slotting-schema'
import { type Desk, hasRoom, type Proof, type Proposal, replay } from './prove-move'

/**
 * Moves of an item that has more bins than it needs: what lies alone in one of them, the fewest units first, into another of
 * its bins, so that the bin is free for others. Only where the day's walks, replayed, are no longer together.
 * @param make takes up a move; the next one is thought of with it made
 */
export function* freeBins(
  desk: Desk,
  wish: SpaceWish,
  make: (proof: Proof) => void,
): Generator<undefined, void> {
  const { facts, linesIn, isMoved, room } = desk
  const its = facts.lines.flatMap(({ sku, units }, line) => (sku === wish.sku ? [{ line, units }] : []))
  let left = wish.bins - wish.advisedBins
  for (const { line } of its.sort((one, other) => one.units - other.units)) {
    if (left <= 0) return
    const { bin = '', units, freeUnits, isMovable } = facts.lines[line] ?? {}
    const isAlone = linesIn.get(bin)?.length === 1 && !room.isDestination(bin)
    if (!isAlone || !isMovable || freeUnits !== units) continue
    const others = its.filter((other) => other.line !== line && !isMoved.has(other.line))
    const proof = yield* shortestInto(
      desk,
      line,
      others.map((other) => facts.lines[other.line]?.bin ?? ''),
    )
    if (!proof) continue
    make(proof)
    left--
  }
}

function* shortestInto(
  desk: Desk,
  line: number,
  bins: readonly string[],
): Generator<undefined, Proof | null> {
  let best: Proof | null = null
  for (const to of new Set(bins)) {
    const place = desk.placeOf.get(to)
    if (!place) continue
    const proposal: Proposal = { line, to, place, other: null }
    if (!hasRoom(desk, proposal)) continue
    const proof: Proof = yield* replay(desk, proposal)
    if (proof.savedMetres >= (best?.savedMetres ?? 0)) best = proof
  }
  return best
}
