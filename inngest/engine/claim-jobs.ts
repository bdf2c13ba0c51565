import { statement } from '@/lib/platform/db'
import type { Flow } from './flow-options'
import type { Job } from './job'
import type { Registry } from './register-functions'

const CLAIM = 'SELECT * FROM engine_claim_jobs($1, $2, $3, $4, $5, $6)'

export type Claim = { now: Date; leaseUntil: Date; limit: number; registry: Registry; engineId: string }

/** The jobs this engine now holds, at most `limit`. */
export function claimJobs({ now, leaseUntil, limit, registry, engineId }: Claim): Promise<Job[]> {
  const functionIds = [...registry.functions.keys()]
  return statement<Job>('engine-claim-jobs', CLAIM, [
    now,
    leaseUntil,
    limit,
    functionIds,
    engineId,
    queueRules(registry),
  ])
}

/**
 * Rules that matter for the claim; null when no function has one, and a claim need not look for them. Where all runs of a
 * function have the same keys and priority, the oldest go first, and the claim reads no more than may go.
 */
export function queueRules({ flows }: Pick<Registry, 'flows'>): object | null {
  const ruled = [...flows].filter(
    ([, { limits, priority, debounce, batch }]) => limits || priority || debounce || batch,
  )
  return ruled.length === 0 ? null : Object.fromEntries(ruled.map(([id, flow]) => [id, queueRule(flow)]))
}

function queueRule({ limits = [], priority }: Flow) {
  return {
    limits,
    priority,
    sameKeys: limits.every(({ key }) => key.every((part) => typeof part === 'string')),
    samePriority: !priority || (priority.cases.length === 0 && typeof priority.otherwise === 'number'),
  }
}

const NEXT_DUE = 'SELECT engine_next_due($1, $2) AS "nextAt"'

/**
 * When something becomes due that is not due yet: a sleep, a retry, a firing. Not when another engine's lease ends: that
 * would have to be looked for among all that is due, and the poll, every second, finds its jobs soon enough.
 */
export async function nextDueAt(now: Date, functionIds: string[]): Promise<Date | null> {
  const [row] = await statement<{ nextAt: Date | null }>('engine-next-due', NEXT_DUE, [now, functionIds])
  return row?.nextAt ?? null
}
