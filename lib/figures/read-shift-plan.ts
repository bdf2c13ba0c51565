import { z } from 'zod'
import { db } from '@/lib/platform/db'
import { DEFAULT_SHIFTS, type ShiftPlan, shiftSchema } from './report-schema'

/** When a site's shifts are and who reads their reports. */
export async function readShiftPlan(siteId: string): Promise<ShiftPlan> {
  const plan = await db.shiftPlan.findUnique({ where: { siteId } })
  if (!plan) return { site: siteId, shifts: [...DEFAULT_SHIFTS], recipients: [] }
  return { site: siteId, shifts: z.array(shiftSchema).parse(plan.shifts), recipients: plan.recipients }
}
