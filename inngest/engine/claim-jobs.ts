import { statement } from '@/lib/platform/db'
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

/** Rules that matter for the claim; null when no function has one, and a claim need not look for them. */
function queueRules({ flows }: Registry): object | null {
  const ruled = [...flows].filter(
    ([, { limits, priority, debounce, batch }]) => limits || priority || debounce || batch,
  )
  return ruled.length === 0 ? null : Object.fromEntries(ruled)
}

const NEXT_DUE = `
SELECT least(
  (SELECT due_at FROM engine_job WHERE due_at > $1 AND function_id = ANY($2) ORDER BY due_at LIMIT 1),
  (SELECT min(lease_until) FROM engine_job WHERE due_at <= $1 AND function_id = ANY($2))
) AS "nextAt"`

/** When something becomes due that is not due yet: a sleep, a retry, a firing, or another engine's lease that ends. */
export async function nextDueAt(now: Date, functionIds: string[]): Promise<Date | null> {
  const [row] = await statement<{ nextAt: Date | null }>('engine-next-due', NEXT_DUE, [now, functionIds])
  return row?.nextAt ?? null
}
