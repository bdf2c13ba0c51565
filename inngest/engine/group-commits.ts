import { setTimeout as pause } from 'node:timers/promises'
import { logger } from '@/lib/platform/logger'
import { settleInGroups, type Waiting } from '@/lib/platform/settle-in-groups'
import { type Change, commitChanges } from './commit-changes'

type Caller = Waiting<Change, boolean>

const LARGEST_BATCH = 200
const RETRY_PAUSE_MS = 200

/** Lost connection, deadlock, serialization, shutdown, too many clients. */
const PASSING = /^(08|40|53|57)|^E(CONN|PIPE|TIMEDOUT)/

export type Commit = (change: Change) => Promise<boolean>

/**
 * Commits changes in groups. While one statement is under way the next changes gather, so that a quiet engine commits
 * at once and a busy one pays a single fsync for many. Resolves to false when the lease was lost. A lost connection
 * is waited out until the signal aborts (fencing makes a repeat harmless); a change that Postgres refuses is refused
 * alone.
 */
export function groupCommits(now: () => Date, signal: AbortSignal): Commit {
  return settleInGroups<Change, boolean>(nextBatch, (batch) => settle(batch, now, signal))
}

function nextBatch(waiting: Caller[]): { group: Caller[]; rest: Caller[] } {
  const runs = new Set<string>()
  const group: Caller[] = []
  const rest: Caller[] = []
  for (const caller of waiting) {
    const fits = group.length < LARGEST_BATCH && !runs.has(caller.item.runId)
    runs.add(caller.item.runId)
    ;(fits ? group : rest).push(caller)
  }
  return { group, rest }
}

async function settle(batch: Caller[], now: () => Date, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const held = await commitChanges(
        batch.map(({ item }) => item),
        now(),
      )
      for (const { item, resolve } of batch) resolve(held.has(item.jobId))
      return
    } catch (error) {
      if (signal.aborted || !isPassing(error)) return refuse(batch, error, now, signal)
      logger.warn({ error, changes: batch.length }, 'the engine could not commit and tries again')
      await pause(RETRY_PAUSE_MS)
    }
  }
}

async function refuse(batch: Caller[], error: unknown, now: () => Date, signal: AbortSignal): Promise<void> {
  const [only] = batch
  if (batch.length === 1 && only) return only.reject(error)
  if (signal.aborted) for (const { reject } of batch) reject(error)
  else for (const caller of batch) await settle([caller], now, signal)
}

/** Whether an error tells of the connection or of rivals and not of what was to be written. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return PASSING.test(code)
  return typeof message === 'string' && /connection|timeout/i.test(message)
}
