import type { Confirmation } from '../schema'
import { leave } from './decide-scan'
import { countOne } from './minute-count'
import type { Answered, SorterState } from './sorter-state'

/** Whether a box that was read went elsewhere than it was sent; a reject is sent to the exception lane. */
export function isMisSort(
  { barcode, action, lane }: Pick<Answered, 'barcode' | 'action' | 'lane'>,
  { outcome, actualLane }: Pick<Confirmation, 'outcome' | 'actualLane'>,
  exceptionLane: string,
): boolean {
  if (barcode === null || outcome !== 'diverted' || actualLane === null) return false
  return actualLane !== (action === 'reject' ? exceptionLane : lane)
}

/**
 * Takes note of what became of a box. Said again it changes nothing; a lost box may be found.
 * @returns false when it was told otherwise before
 */
export function confirmDecision(
  state: SorterState,
  answered: Answered,
  confirmation: Pick<Confirmation, 'outcome' | 'actualLane'>,
  nowMs: number,
): boolean {
  const { outcome, actualLane } = confirmation
  if (answered.outcome !== null && answered.outcome !== 'lost')
    return answered.outcome === outcome && answered.actualLane === actualLane
  const isSame = answered.outcome === outcome
  answered.outcome = outcome
  answered.actualLane = actualLane
  const { counts, passes } = state
  if (isSame) return true
  if (outcome === 'diverted') countOne(counts.diverted, nowMs)
  if (outcome === 'missed') countOne(counts.missed, nowMs)
  if (outcome === 'lost') countOne(counts.lost, nowMs)
  if (isMisSort(answered, confirmation, state.sorter.exceptionLane)) countOne(counts.misSorts, nowMs)
  const { barcode, decisionId } = answered
  // Only of its latest pass: an old confirmation says nothing of where the box is now.
  if (barcode === null || passes.get(barcode)?.decision.decisionId !== decisionId) return true
  leave(state, barcode)
  if (outcome === 'diverted') passes.delete(barcode)
  return true
}
