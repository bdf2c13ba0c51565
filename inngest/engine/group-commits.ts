import { setTimeout as pause } from 'node:timers/promises'
import { logger } from '@/lib/platform/logger'
import { type Change, commitChanges } from './commit-changes'

type Waiting = { change: Change; resolve: (held: boolean) => void; reject: (error: unknown) => void }

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
  let waiting: Waiting[] = []
  let busy = false

  async function drain(): Promise<void> {
    busy = true
    while (waiting.length > 0) {
      const { batch, rest } = nextBatch(waiting)
      waiting = rest
      await settle(batch, now, signal)
    }
    busy = false
  }

  return (change) =>
    new Promise<boolean>((resolve, reject) => {
      waiting.push({ change, resolve, reject })
      if (!busy) void drain()
    })
}

function nextBatch(waiting: Waiting[]): { batch: Waiting[]; rest: Waiting[] } {
  const runs = new Set<string>()
  const batch: Waiting[] = []
  const rest: Waiting[] = []
  for (const item of waiting) {
    const fits = batch.length < LARGEST_BATCH && !runs.has(item.change.runId)
    runs.add(item.change.runId)
    ;(fits ? batch : rest).push(item)
  }
  return { batch, rest }
}

async function settle(batch: Waiting[], now: () => Date, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const held = await commitChanges(
        batch.map(({ change }) => change),
        now(),
      )
      for (const { change, resolve } of batch) resolve(held.has(change.jobId))
      return
    } catch (error) {
      if (signal.aborted || !isPassing(error)) return refuse(batch, error, now, signal)
      logger.warn({ error, changes: batch.length }, 'the engine could not commit and tries again')
      await pause(RETRY_PAUSE_MS)
    }
  }
}

async function refuse(batch: Waiting[], error: unknown, now: () => Date, signal: AbortSignal): Promise<void> {
  const [only] = batch
  if (batch.length === 1 && only) return only.reject(error)
  if (signal.aborted) for (const { reject } of batch) reject(error)
  else for (const item of batch) await settle([item], now, signal)
}

/** Whether an error tells of the connection or of rivals and not of what was to be written. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return PASSING.test(code)
  return typeof message === 'string' && /connection|timeout/i.test(message)
}
