import { type answerHere, isAmong, type Sites } from './answer-here'
import { decisionOf, factOf, refuseScan } from './answer-scan'
import type { Confirming } from './confirm-divert'
import { describeHere, type SorterNow } from './describe-here'
import type { FactKeeper } from './keep-facts'
import type { ownSorters } from './own-sorters'
import type { reachOwners } from './reach-owners'
import { readDecision } from './read-recent-decisions'
import type { SiteBelt } from './rules/site-belt'
import type { SorterState } from './rules/sorter-state'
import type { Confirmation, Conveyor, Decision, LaneNow, LaneState, Scan } from './schema'

/** A person's request may take so long; a box has its deadline. */
const ASK_MS = 2_000
/** Of its deadline, what another process may use before the scan is answered here. */
const PEER_SHARE = 0.5
const AGAIN_MS = 10

type Ground = {
  belts: ReadonlyMap<string, SiteBelt>
  desk: ReturnType<typeof answerHere>
  keeper: FactKeeper
  owners: ReturnType<typeof ownSorters>
  peers: ReturnType<typeof reachOwners>
}

/** Answers for any sorter: by memory where it is ours, else through the process that answers for it. */
export function answerAnywhere(ground: Ground) {
  const { belts, desk, keeper, owners, peers } = ground
  const describe = (site: string, state: SorterState): Promise<SorterNow> | SorterNow => {
    const key = { site, sorter: state.sorter.id }
    const here = describeHere(state, keeper)
    if (owners.isMine(key)) return here
    return peers.ask<SorterNow>(key, 'sorter', key, ASK_MS).catch(() => ({ ...here, isAnswered: false }))
  }

  return {
    /**
     * Answers a scan: at once where the sorter is ours. Never throws.
     * @param startedAt when it came, by `performance.now()`
     */
    scan(scan: Scan, startedAt: number): Decision | Promise<Decision> {
      const belt = belts.get(scan.site)
      const state = belt?.sorterOfScanner.get(scan.scanner)
      if (!belt || !state) return refuse(keeper, scan, 'unknown-scanner', startedAt)
      const isMine = owners.isMine({ site: belt.site, sorter: state.sorter.id })
      return isMine
        ? desk.scan(belt, state, scan, startedAt)
        : scanElsewhere(ground, { belt, state, scan, startedAt })
    },

    /** Takes what became of a box; null when there is no such decision at these sites. */
    async confirm(decisionId: string, confirmation: Confirmation, sites: Sites): Promise<Confirming | null> {
      const told =
        desk.confirm(decisionId, confirmation, sites) ??
        (await peers.askAll<Confirming>('confirmation', { decisionId, ...confirmation, sites }, ASK_MS))
      if (told) return told
      const kept = await readDecision(decisionId)
      const state = kept && belts.get(kept.site)?.sorters.get(kept.sorter)
      return kept && state && isAmong(sites, kept.site) ? desk.confirmKept(state, kept, confirmation) : null
    },

    /**
     * Opens, closes or marks a lane full; null when the site has no such lane.
     * @throws Error when nobody answers for its sorter
     */
    async setLane(site: string, lane: string, to: LaneState, by: string): Promise<LaneNow | null> {
      const belt = belts.get(site)
      const state = [...(belt?.sorters.values() ?? [])].find(({ lanes }) => lanes.has(lane))
      if (!belt || !state) return null
      const key = { site, sorter: state.sorter.id }
      if (owners.isMine(key)) return desk.setLane(belt, state, lane, to, by)
      return peers.ask<LaneNow | null>(key, 'lane', { site, lane, state: to, by }, ASK_MS)
    },

    /** A site's belts as they stand, asked of who answers for each; null when the site has none. */
    async describe(site: string): Promise<Conveyor | null> {
      const belt = belts.get(site)
      if (!belt) return null
      const parts = await Promise.all([...belt.sorters.values()].map((state) => describe(site, state)))
      return {
        ...{ site, version: belt.version },
        sorters: parts.map(({ sorter, isAnswered }) => ({ ...sorter, isAnswered })),
        lanes: parts.flatMap(({ lanes }) => lanes),
        // Sorters of one process tell the same.
        unrecorded: Math.max(0, ...parts.map(({ unrecorded }) => unrecorded)),
      }
    },
  }
}

function refuse(keeper: FactKeeper, ...about: Parameters<typeof refuseScan>): Decision {
  const refused = refuseScan(...about)
  keeper.keep(factOf(refused))
  return decisionOf(refused)
}

type Elsewhere = { belt: SiteBelt; state: SorterState; scan: Scan; startedAt: number }

async function scanElsewhere(
  { desk, keeper, owners, peers }: Ground,
  { belt, state, scan, startedAt }: Elsewhere,
): Promise<Decision> {
  const key = { site: belt.site, sorter: state.sorter.id }
  const patienceMs = (state.deadlines.get(scan.scanner) ?? 0) * PEER_SHARE
  for (;;) {
    const leftMs = patienceMs - (performance.now() - startedAt)
    if (leftMs <= 0) return refuse(keeper, scan, 'no-owner', startedAt, state)
    try {
      return await peers.ask<Decision>(key, 'scan', scan, leftMs)
    } catch {
      // Perhaps its process has died a moment ago, and the sorter is ours for the asking.
      await owners.look()
      if (owners.isMine(key)) return desk.scan(belt, state, scan, startedAt)
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
