import type { FactKeeper } from './keep-facts'
import { decisionMicros, lanesNow, ratesOf } from './rules/describe-sorter'
import type { SorterState } from './rules/sorter-state'
import type { BeltMessage, Conveyor, LaneNow } from './schema'

export type SorterNow = {
  sorter: Omit<Conveyor['sorters'][number], 'isAnswered'>
  lanes: LaneNow[]
  isAnswered: boolean
  unrecorded: number
}

/** A sorter as the process that answers for it sees it. */
export function describeHere(state: SorterState, keeper: FactKeeper): SorterNow {
  const nowMs = Date.now()
  const { lanes: _lanes, ...sorter } = state.sorter
  return {
    sorter: {
      ...sorter,
      circulating: state.circulating.size,
      deadlineMs: Math.min(...state.deadlines.values()),
      rates: ratesOf(state, nowMs),
      decisionMicros: decisionMicros(state, nowMs),
    },
    lanes: lanesNow(state, nowMs),
    isAnswered: true,
    unrecorded: keeper.standing().unrecorded,
  }
}

/** What screens are told of these sorters with every message. */
export function summariseHere(
  states: readonly SorterState[],
  keeper: FactKeeper,
): Pick<BeltMessage, 'lanes' | 'sorters' | 'unrecorded'> {
  const nowMs = Date.now()
  return {
    sorters: states.map((state) => ({
      ...{ id: state.sorter.id, circulating: state.circulating.size, rates: ratesOf(state, nowMs) },
      p99Micros: decisionMicros(state, nowMs)?.p99 ?? null,
    })),
    lanes: states.flatMap(({ lanes }) =>
      [...lanes.values()].map(({ lane, state, coming }) => ({ id: lane.id, state, coming: coming.size })),
    ),
    unrecorded: keeper.standing().unrecorded,
  }
}
