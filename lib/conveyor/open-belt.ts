import { randomBytes, randomUUID } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { logger } from '@/lib/platform/logger'
import { adoptSpools } from './adopt-spools'
import { answerAnywhere } from './answer-anywhere'
import { answerHere } from './answer-here'
import { answerPeers } from './answer-peers'
import { summariseHere } from './describe-here'
import type { BeltFact } from './facts-schema'
import { keepFacts } from './keep-facts'
import { ownSorters } from './own-sorters'
import { reachOwners } from './reach-owners'
import { rememberSites, takeUpSorter } from './remember-sites'
import type { SiteBelt } from './rules/site-belt'
import type { BeltMessage } from './schema'
import { streamBelt } from './stream-belt'

/** Others look for sorters that nobody answers for more often. */
const HAND_OVER_MS = 1_500
/** An owner that is dead may be written down still. */
const REACH_MS = 1_000

export type BeltOptions = {
  /** Of all spools of this machine. */
  folder: string
  /** Where other web processes reach this one. */
  url: string
  hasListeners: (site: string) => boolean
  /** Tells who looks here. */
  show: (message: BeltMessage) => void
  /** Tells the other processes, for who looks there. */
  pass: (message: BeltMessage) => void
}

/**
 * Opens the belts of all sites in this process: what it knows, the sorters that it answers for, the spool, and the ways to
 * who answers for the others.
 */
export async function openBelt({ folder, url, hasListeners, show, pass }: BeltOptions) {
  await adoptSpools(folder)
  const self = { owner: randomUUID(), url, token: randomBytes(24).toString('base64url') }
  const memory = rememberSites()
  const { belts } = memory
  await memory.look()
  const ownOf = ({ site, sorters }: SiteBelt) =>
    [...sorters.values()].filter(({ sorter: { id } }) => owners.isMine({ site, sorter: id }))
  const keeper = keepFacts(folder, (facts) => markRecorded(belts, facts))
  const stream = streamBelt({
    describe: (site) => {
      const belt = belts.get(site)
      return summariseHere(belt ? ownOf(belt) : [], keeper)
    },
    hasListeners,
    emit: (message) => {
      show(message)
      pass(message)
    },
  })
  const peers = reachOwners(self.owner, () => void owners.look(), show)
  const owners = ownSorters({
    self,
    sorters: () =>
      [...belts.values()].flatMap(({ site, sorters }) =>
        [...sorters.keys()].map((sorter) => ({ site, sorter })),
      ),
    async take({ site, sorter }) {
      await adoptSpools(folder)
      const belt = belts.get(site)
      const state = belt?.sorters.get(sorter)
      if (belt && state) await takeUpSorter(belt, state)
    },
    lose: (key) => logger.warn(key, 'another process answers for the sorter now'),
    hear: peers.hear,
  })
  const desk = answerHere({ own: () => [...belts.values()].flatMap(ownOf), keeper, stream })
  await owners.look()
  // The first scan here may be another's to answer.
  await peers.untilReached(REACH_MS)
  return {
    /** For the other web processes, and what opens it to them. */
    peers: { token: self.token, answers: answerPeers({ belts, desk, keeper, owners }) },
    ...answerAnywhere({ belts, desk, keeper, owners, peers }),
    /** A box or, with `isDrawing`, a belt has changed in the database. */
    hear: memory.hear,
    /** How the spool of this process stands, and the disk under it. */
    standing: () => {
      const { bavail, bsize } = statfsSync(folder)
      return { ...keeper.standing(), freeBytes: bavail * bsize }
    },
    /** Lets another process answer for the sorters, before this one closes; scans that come still are handed to it. */
    handOver: (sayReleased: () => void) => owners.handOver(keeper.settled, sayReleased, HAND_OVER_MS),
    async close(): Promise<void> {
      stream.close()
      await memory.close()
      await keeper.close()
      await owners.close()
      peers.close()
    },
  }
}
export type Belt = Awaited<ReturnType<typeof openBelt>>

function markRecorded(belts: ReadonlyMap<string, SiteBelt>, facts: readonly BeltFact[]): void {
  for (const fact of facts) {
    if (fact.fact !== 'decided') continue
    const answered = belts.get(fact.site)?.sorters.get(fact.sorter)?.byId.get(fact.decisionId)
    if (answered) answered.recorded = true
  }
}
