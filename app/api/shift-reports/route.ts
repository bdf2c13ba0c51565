import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listShiftReports } from '@/lib/figures/list-shift-reports'
import { findShiftAt } from '@/lib/figures/queries'
import { writeShiftReport } from '@/lib/figures/write-shift-report'
import { knownSite, siteFilter } from '../paging'
import { listShiftReportsOperation, writeShiftReportOperation } from '../report-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listShiftReportsOperation, async ({ caller, query }) =>
    json({ items: await listShiftReports(siteFilter(caller, query.site), query.limit), nextCursor: null }),
  ),
  POST: door(writeShiftReportOperation, async ({ caller, body }) => {
    const now = new Date()
    const shift = await findShiftAt(knownSite(caller, body.site), now)
    if (!shift) notFound(`No site ${body.site}.`)
    const to = shift.to < now ? shift.to : now
    const written = await writeShiftReport({ ...shift, to }, true, now)
    if (written.outcome === 'written-before') throw new Error('a report on demand is never written before')
    return json({ id: written.reportId }, 201)
  }),
})
