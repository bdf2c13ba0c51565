import { db } from '@/lib/platform/db'
import { type PickingRules, pickingRulesSchema } from './picking-rules-schema'

/** How a site picks that says nothing else. */
export const DEFAULT_RULES: PickingRules = {
  onShort: 'ship',
  cartTotes: 8,
  toteVolumeMl: 45_000,
  cartWeightGrams: 120_000,
  heavyFirst: false,
  frozenLast: false,
  isFefo: true,
  leaseMinutes: 10,
  avoidCrowds: true,
}

/** How a site picks. */
export async function readPickingRules(siteId: string): Promise<PickingRules> {
  const row = await db.pickingRules.findUnique({ where: { siteId }, omit: { siteId: true } })
  return row ? pickingRulesSchema.parse(row) : DEFAULT_RULES
}
