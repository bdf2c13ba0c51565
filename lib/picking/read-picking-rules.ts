import { db } from '@/lib/platform/db'

export type SiteRules = {
  onShort: string
  cartTotes: number
  toteVolumeMl: number
  cartWeightGrams: number
  heavyFirst: boolean
  frozenLast: boolean
  isFefo: boolean
  leaseMinutes: number
}

/** How a site picks that says nothing else. */
export const DEFAULT_RULES: SiteRules = {
  onShort: 'ship',
  cartTotes: 8,
  toteVolumeMl: 45_000,
  cartWeightGrams: 120_000,
  heavyFirst: false,
  frozenLast: false,
  isFefo: true,
  leaseMinutes: 10,
}

/** How a site picks. */
export async function readPickingRules(siteId: string): Promise<SiteRules> {
  return (await db.pickingRules.findUnique({ where: { siteId }, omit: { siteId: true } })) ?? DEFAULT_RULES
}
