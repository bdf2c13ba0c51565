import { z } from 'zod'
import type { answerHere } from './answer-here'
import type { Confirming } from './confirm-divert'
import { describeHere, type SorterNow } from './describe-here'
import type { FactKeeper } from './keep-facts'
import type { ownSorters } from './own-sorters'
import type { SiteBelt } from './rules/site-belt'
import type { SorterState } from './rules/sorter-state'
import { confirmationSchema, type Decision, type LaneNow, laneStateSchema, scanSchema } from './schema'

const peerConfirmationSchema = confirmationSchema.extend({
  decisionId: z.string(),
  sites: z.union([z.literal('all'), z.array(z.string())]),
})
const peerLaneSchema = z.object({
  site: z.string(),
  lane: z.string(),
  state: laneStateSchema,
  by: z.string(),
})
const sorterKeySchema = z.object({ site: z.string(), sorter: z.string() })

type Ground = {
  belts: ReadonlyMap<string, SiteBelt>
  desk: ReturnType<typeof answerHere>
  keeper: FactKeeper
  owners: ReturnType<typeof ownSorters>
}

/**
 * What other web processes may ask of this one, by the message's name. Null: not ours; asked on, two that each hold the
 * other for the owner would ask each other for ever.
 */
export function answerPeers({ belts, desk, keeper, owners }: Ground) {
  const mine = (site: string, state: SorterState | undefined): SorterState | undefined =>
    state && owners.isMine({ site, sorter: state.sorter.id }) ? state : undefined

  return {
    scan(message: unknown): Decision | null {
      const startedAt = performance.now()
      const scan = scanSchema.parse(message)
      const belt = belts.get(scan.site)
      const state = mine(scan.site, belt?.sorterOfScanner.get(scan.scanner))
      return belt && state ? desk.scan(belt, state, scan, startedAt) : null
    },
    confirmation(message: unknown): Confirming | null {
      const { decisionId, sites, ...confirmation } = peerConfirmationSchema.parse(message)
      return desk.confirm(decisionId, confirmation, sites)
    },
    lane(message: unknown): LaneNow | null {
      const { site, lane, state: to, by } = peerLaneSchema.parse(message)
      const belt = belts.get(site)
      const state = mine(
        site,
        [...(belt?.sorters.values() ?? [])].find(({ lanes }) => lanes.has(lane)),
      )
      return belt && state ? desk.setLane(belt, state, lane, to, by) : null
    },
    sorter(message: unknown): SorterNow | null {
      const { site, sorter } = sorterKeySchema.parse(message)
      const state = mine(site, belts.get(site)?.sorters.get(sorter))
      return state ? describeHere(state, keeper) : null
    },
  }
}
