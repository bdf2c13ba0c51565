import { confirmDecision, isMisSort } from './rules/confirm-decision'
import type { Answered, SorterState } from './rules/sorter-state'
import type { Confirmation, Confirmed } from './schema'

export type Confirming =
  | { outcome: 'confirmed'; site: string; confirmed: Confirmed; isNew: boolean }
  | { outcome: 'told-otherwise'; site: string; was: string }

/** Confirms a decision of a sorter that this process answers for. */
export function confirmDivert(
  state: SorterState,
  answered: Answered,
  confirmation: Confirmation,
): Confirming {
  const before = answered.outcome
  const { site, decisionId } = answered
  if (!confirmDecision(state, answered, confirmation, Date.now()))
    return { outcome: 'told-otherwise', site, was: wordsOf(answered) }
  const { outcome, actualLane } = confirmation
  const isNew = before !== outcome
  const misSort = isMisSort(answered, confirmation, state.sorter.exceptionLane)
  const confirmed = { decisionId, outcome, actualLane, misSort, recorded: answered.recorded && !isNew }
  return { outcome: 'confirmed', site, confirmed, isNew }
}

const wordsOf = ({ outcome, actualLane }: Answered): string =>
  actualLane === null ? `${outcome}` : `${outcome} into ${actualLane}`
