import { isDatabaseAway } from '@/lib/platform/database-away'
import { logger } from '@/lib/platform/logger'
import { inSpan, isTraced } from '@/lib/platform/telemetry'
import type { BeltFact } from './facts-schema'
import { openSpool, type SpoolStanding } from './open-spool'
import { recordGroup, recordSpool } from './record-spool'

const GROUP = 1_000
const AGAIN_MS = 250

export type FactKeeper = {
  /** Takes a fact: when this returns it is in the spool, and soon in the database. Never throws. */
  keep: (fact: BeltFact) => void
  standing: () => SpoolStanding
  /** Returns when nothing waits, or the database does not take it. */
  settled: () => Promise<void>
  /** Records what waits, if the database takes it now; else the next start does. */
  close: () => Promise<void>
}

/**
 * Keeps what a belt answers: first in the spool of this process, so that killing it loses nothing, then in the database, in
 * groups and in order. While the database is away the spool is synced to the disk as well, against a power cut.
 * @param folder of all spools of this machine
 * @param onRecorded hears of facts that are in the database from now on
 */
export function keepFacts(folder: string, onRecorded: (facts: readonly BeltFact[]) => void): FactKeeper {
  const spool = openSpool(folder)
  let draining: Promise<void> | undefined
  let isAway = false
  let isClosing = false

  /** @returns false when nothing waits */
  async function recordNext(): Promise<boolean> {
    const chapter = spool.first()
    const group = chapter.facts?.slice(0, GROUP)
    if (group?.length === 0 && !chapter.isSealed) return false
    if (group === undefined) await recordSpool(chapter.path)
    else if (group.length > 0) await recordGroup(group, folder)
    spool.settle(chapter, group?.length ?? 0)
    onRecorded(group ?? [])
    return true
  }

  async function drain(): Promise<void> {
    for (;;) {
      try {
        const isMore = await recordNext()
        isAway = false
        if (!isMore) break
      } catch (error) {
        if (!isDatabaseAway(error)) logger.error({ error }, 'what a belt answered could not be recorded')
        isAway = true
        spool.sync()
        if (isClosing) break
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
    draining = undefined
  }

  return {
    keep(fact) {
      if (isTraced()) inSpan('append to belt spool', {}, () => spool.append(fact))
      else spool.append(fact)
      if (isAway) spool.sync()
      draining ??= drain()
    },
    standing: spool.standing,
    async settled() {
      while (draining && !isAway) await Promise.race([draining, new Promise((r) => setTimeout(r, AGAIN_MS))])
    },
    async close() {
      isClosing = true
      await draining
      spool.close()
    },
  }
}
