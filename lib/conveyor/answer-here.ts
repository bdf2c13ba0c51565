import { noteOnSpan } from '@/lib/platform/telemetry'
import { answerScan, decisionOf, factOf } from './answer-scan'
import { type Confirming, confirmDivert } from './confirm-divert'
import { countDecision } from './count-decision'
import type { FactKeeper } from './keep-facts'
import { lanesNow } from './rules/describe-sorter'
import type { SiteBelt } from './rules/site-belt'
import type { Answered, SorterState } from './rules/sorter-state'
import type { Confirmation, Decision, LaneNow, LaneState, Scan } from './schema'
import type { streamBelt } from './stream-belt'

type Desk = {
  /** The sorters that are this process's own. */
  own: () => SorterState[]
  keeper: FactKeeper
  stream: ReturnType<typeof streamBelt>
}

/** Sites that somebody may know of. */
export type Sites = readonly string[] | 'all'
export const isAmong = (sites: Sites, site: string): boolean => sites === 'all' || sites.includes(site)

/** Answers by memory for the sorters that are this process's own; all of it is synchronous. */
export function answerHere({ own, keeper, stream }: Desk) {
  function confirmKept(state: SorterState, answered: Answered, confirmation: Confirmation): Confirming {
    const confirming = confirmDivert(state, answered, confirmation)
    if (confirming.outcome === 'told-otherwise' || !confirming.isNew) return confirming
    const { site } = confirming
    const { decisionId, outcome, actualLane, misSort } = confirming.confirmed
    const atMs = Date.parse(confirmation.at)
    keeper.keep({ fact: 'confirmed', decisionId, site, outcome, actualLane, atMs })
    stream.confirmed(answered, misSort)
    return confirming
  }

  return {
    scan(belt: SiteBelt, state: SorterState, scan: Scan, startedAt: number): Decision {
      const { answered, isNew } = answerScan(belt, state, scan, startedAt)
      if (isNew) {
        keeper.keep(factOf(answered))
        stream.decided(answered)
        countDecision(answered)
        noteOnSpan({ 'belt.action': answered.action, 'belt.because': answered.because })
      }
      return decisionOf(answered)
    },

    /** Null: no sorter of ours, at one of these sites, remembers that decision. */
    confirm(decisionId: string, confirmation: Confirmation, sites: Sites): Confirming | null {
      for (const state of own()) {
        const answered = state.byId.get(decisionId)
        if (answered && isAmong(sites, answered.site)) return confirmKept(state, answered, confirmation)
      }
      return null
    },

    /** Confirms a decision that memory has forgotten. */
    confirmKept,

    setLane(belt: SiteBelt, state: SorterState, lane: string, to: LaneState, by: string): LaneNow | null {
      const { site } = belt
      const tally = state.lanes.get(lane)
      if (tally && tally.state !== to) {
        tally.state = to
        keeper.keep({ fact: 'lane', site, lane, state: to, by, atMs: Date.now() })
        stream.touch(site)
      }
      return lanesNow(state, Date.now()).find(({ id }) => id === lane) ?? null
    },
  }
}
