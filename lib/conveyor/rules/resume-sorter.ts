import { confirmDecision } from './confirm-decision'
import { lapsOf, takeNote } from './decide-scan'
import type { Answered, KnownBox, SorterState } from './sorter-state'

/**
 * Takes up what others decided: afterwards the sorter answers their scans as they did, and knows which boxes ride.
 * @param decisions oldest first, with what became of their boxes
 */
export function resumeSorter(
  state: SorterState,
  decisions: readonly Answered[],
  boxes: ReadonlyMap<string, KnownBox>,
): void {
  for (const decision of decisions) {
    if (state.byId.has(decision.decisionId)) continue
    const { outcome, actualLane, barcode, scanner } = decision
    const answered = { ...decision, outcome: null, actualLane: null }
    const laps = lapsOf(barcode === null ? undefined : state.passes.get(barcode), scanner)
    takeNote(state, answered, barcode === null ? undefined : boxes.get(barcode), laps)
    if (outcome !== null) confirmDecision(state, answered, { outcome, actualLane }, answered.decidedAtMs)
  }
}
