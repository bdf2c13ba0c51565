import { embedded } from './client'
import { cancelRun as cancel } from './engine/cancel-run'
import * as engine from './engine/queries'
import { replayRun as replay } from './engine/replay-run'
import type { RunList, RunPage, RunQuery, RunSummary } from './engine/schema'

/** The name under which the client registers its functions. */
const APP = 'stowline-'

const named = <Run extends RunSummary>(run: Run): Run => ({
  ...run,
  functionId: run.functionId.replace(APP, ''),
})

/** Whether runs are kept here; an Inngest server of one's own keeps its own and has its own screen. */
export const keepsRuns = embedded

/** Runs of the night shift, the latest first; functions are named as in the registry. What is about no site is everybody's. */
export async function listRuns(
  { functionId, ...query }: RunQuery,
  siteIds: readonly string[] | 'all',
): Promise<RunList> {
  const { items, nextCursor } = await engine.listRuns(
    { ...query, ...(functionId === undefined ? {} : { functionId: APP + functionId }) },
    siteIds === 'all' ? null : siteIds,
  )
  return { items: items.map(named), nextCursor }
}

/** One run with its steps and failed attempts; null when there is none. */
export async function findRun(id: string): Promise<RunPage | null> {
  const run = await engine.findRun(id)
  return run && named(run)
}

export const cancelRun = cancel
export const replayRun = replay
