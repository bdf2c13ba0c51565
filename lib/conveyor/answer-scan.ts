import type { DecidedFact } from './facts-schema'
import { nameDecision } from './name-decision'
import { decideScan } from './rules/decide-scan'
import { normaliseLabel } from './rules/normalise-label'
import { type SiteBelt, surroundingsOf } from './rules/site-belt'
import type { Answered, SorterState } from './rules/sorter-state'
import type { Because, Decision, Scan } from './schema'

/** Of decisions that no sorter made. */
const NO_SORTER = '-'

/**
 * Answers a scan of a sorter that this process answers for, from memory.
 * @param startedAt when the scan came, by `performance.now()`
 */
export function answerScan(
  belt: SiteBelt,
  state: SorterState,
  scan: Scan,
  startedAt: number,
): { answered: Answered; isNew: boolean } {
  const decisionId = nameDecision(scan)
  const result = decideScan(state, scan, { decisionId, nowMs: Date.now() }, surroundingsOf(belt, state))
  if (result.isNew) result.answered.elapsedMicros = microsSince(startedAt)
  return result
}

/** The answer where nobody can decide: the box is for the exceptions. */
export function refuseScan(scan: Scan, because: Because, startedAt: number, state?: SorterState): Answered {
  return {
    ...{ decisionId: nameDecision(scan), site: scan.site, sorter: state?.sorter.id ?? NO_SORTER },
    ...{ scanner: scan.scanner, seq: scan.seq, barcode: scan.barcode && normaliseLabel(scan.barcode) },
    ...{ orderNumber: null, action: 'reject', lane: null, because },
    ...{ scannedAtMs: Date.parse(scan.at), decidedAtMs: Date.now() },
    ...{ deadlineMs: state?.deadlines.get(scan.scanner) ?? 0, elapsedMicros: microsSince(startedAt) },
    ...{ recorded: false, outcome: null, actualLane: null },
  }
}

const microsSince = (startedAt: number): number => Math.round((performance.now() - startedAt) * 1_000)

/** A decision as the belt hears it. */
export const decisionOf = (answered: Answered): Decision => {
  const { decisionId, action, lane, because, deadlineMs, elapsedMicros, recorded } = answered
  return { decisionId, action, lane, because, deadlineMs, elapsedMicros, recorded }
}

/** A decision as the spool has it. */
export const factOf = (answered: Answered): DecidedFact => {
  const { recorded: _recorded, outcome: _outcome, actualLane: _lane, ...decision } = answered
  return { fact: 'decided', ...decision }
}
