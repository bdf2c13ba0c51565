import { db } from '@/lib/platform/db'
import type { PlanRequest } from './schema'

/** Sets what a site expects of a weekday, or, without orders, takes it away. Set twice it is set once. */
export async function setPlan(wish: PlanRequest, by: string, now: Date): Promise<void> {
  const { site: siteId, weekday, orders, curve = [] } = wish
  if (orders === null) {
    await db.dayPlan.deleteMany({ where: { siteId, weekday } })
    return
  }
  const plan = { orders, curve, changedBy: by, changedAt: now }
  await db.dayPlan.upsert({
    where: { siteId_weekday: { siteId, weekday } },
    create: { siteId, weekday, ...plan },
    update: plan,
  })
}
