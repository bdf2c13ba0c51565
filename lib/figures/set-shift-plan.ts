import { db } from '@/lib/platform/db'
import { DEFAULT_SHIFTS, type ShiftPlan, type ShiftPlanRequest } from './report-schema'

/** Says anew when a site's shifts are and who reads their reports. Reports that are written stay as they are. */
export async function setShiftPlan(siteId: string, plan: ShiftPlanRequest, now: Date): Promise<ShiftPlan> {
  const shifts = [...plan.shifts].sort((one, other) => one.from.localeCompare(other.from))
  const recipients = [...new Set(plan.recipients.map((address) => address.toLowerCase()))]
  const said = { shifts, recipients, changedAt: now }
  await db.shiftPlan.upsert({ where: { siteId }, create: { siteId, ...said }, update: said })
  return { site: siteId, shifts, recipients }
}

/** Has the reports of a site that never said anything about its shifts mailed to somebody. */
export async function wantReports(siteId: string, recipient: string): Promise<void> {
  const plan = { siteId, shifts: [...DEFAULT_SHIFTS], recipients: [recipient], changedAt: new Date() }
  await db.shiftPlan.createMany({ data: [plan], skipDuplicates: true })
}
