import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { drawShiftReport } from './draw-shift-report'
import { reportWritten } from './events'
import type { ShiftHours } from './queries'
import { readDayHours } from './read-day-hours'
import { readPlannedQuarters } from './read-planned-quarters'
import { readShiftPlan } from './read-shift-plan'
import { reportFacts } from './rules/report-facts'

const WEEK_MS = 7 * 86_400_000

export type Written = { outcome: 'written'; reportId: string } | { outcome: 'written-before' }

/**
 * Writes the report of a shift and owes it to the site's readers, in one transaction. Idempotent by site and beginning: a shift
 * has one report. Asked for before the end, it tells what is known so far, and each asking is a report of its own.
 * @throws Error when there is no such site
 */
export async function writeShiftReport(hours: ShiftHours, isOnDemand: boolean, now: Date): Promise<Written> {
  const { site, shift, from, to } = hours
  const { name, locale, timeZone } = await db.site.findUniqueOrThrow({ where: { id: site } })
  const [told, before, planned, plan] = await Promise.all([
    readDayHours(site, { from, to }, now),
    readDayHours(site, aWeekBefore(from, to), now),
    readPlannedQuarters(site, timeZone, { from, to }, now),
    readShiftPlan(site),
  ])
  const facts = reportFacts({ siteName: name, locale, shift, isOnDemand }, told, before, planned)
  const pdf = new Uint8Array(await drawShiftReport(facts))
  const id = randomUUID()
  const isNew = await db.$transaction(async (write) => {
    const row = {
      id,
      siteId: site,
      shift,
      isOnDemand,
      startsAt: from,
      endsAt: to,
      writtenAt: now,
      facts,
      pdf,
    }
    const { count } = await write.shiftReport.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) return false
    await write.shiftReportMail.createMany({
      data: plan.recipients.map((toAddress) => ({ reportId: id, toAddress })),
    })
    await write.outboxEvent.create({
      data: {
        ...{ eventId: `report.written:${id}`, name: reportWritten, siteId: site, subject: id },
        ...{ data: { reportId: id, site }, occurredAt: now },
      },
    })
    return true
  })
  if (!isNew) return { outcome: 'written-before' }
  wakeNightShift()
  return { outcome: 'written', reportId: id }
}

const aWeekBefore = (from: Date, to: Date) => ({
  from: new Date(from.getTime() - WEEK_MS),
  to: new Date(to.getTime() - WEEK_MS),
})
