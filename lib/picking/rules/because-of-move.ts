import type { SlottingFacts } from '../slotting-schema'
import type { AdvisedMove } from './advise-moves'
import { metresBetween } from './places-worth-trying'

/** Nearer by less than this is not why. */
const NEARER_METRES = 3

/** Why a move saves walking, in one sentence for the floor. */
export function becauseOfMove(
  { tours, transfers, frees }: AdvisedMove,
  orders: number,
  facts: SlottingFacts,
  places: { from: SlottingFacts['start']; to: SlottingFacts['start'] },
): string {
  if (frees)
    return `${frees.wish.because} ${frees.bin} is free then, and the day’s walks are no longer for it.`
  const metres = (place: SlottingFacts['start']) =>
    Math.round(Math.min(...[facts.start, facts.end].map((end) => metresBetween(facts.layout, end, place))))
  const [from, to] = [metres(places.from), metres(places.to)]
  const who = `${tours} of ${orders} orders took it there`
  const where =
    from - to >= NEARER_METRES
      ? `${from} m from where walks begin and end; the new bin is ${to} m from there`
      : 'and at the new bin they pass by anyway'
  const pair = transfers.length > 1 ? ' Another item makes room for it first.' : ''
  return `${who}, ${where}.${pair}`
}
