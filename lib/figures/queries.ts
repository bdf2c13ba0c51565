import { db } from '@/lib/platform/db'
import { type Plan, planSchema } from './schema'

/** The weekdays that a site has a plan of its own for, Monday first. */
export async function listPlan(siteId: string): Promise<Plan> {
  const rows = await db.dayPlan.findMany({ where: { siteId }, orderBy: { weekday: 'asc' } })
  return planSchema.parse({ items: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) })
}
