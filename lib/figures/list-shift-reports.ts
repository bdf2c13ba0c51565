import { db, statement } from '@/lib/platform/db'
import { reportFactsSchema, type ShiftReport } from './report-schema'
import { reportFileName } from './rules/report-file-name'

type Row = Omit<ShiftReport, 'from' | 'to' | 'writtenAt'> & { from: Date; to: Date; writtenAt: Date }

/** Reports of shifts, the newest first, and whom each was mailed to. */
export async function listShiftReports(siteIds: string[] | 'all', limit: number): Promise<ShiftReport[]> {
  const rows = await statement<Row>('list-shift-reports', REPORTS, [
    siteIds === 'all' ? null : siteIds,
    limit,
  ])
  return rows.map(({ from, to, writtenAt, ...report }) => ({
    ...report,
    ...{ from: from.toISOString(), to: to.toISOString(), writtenAt: writtenAt.toISOString() },
  }))
}

const REPORTS = `
  SELECT id, site_id AS site, shift, is_on_demand AS "isOnDemand", starts_at AS "from", ends_at AS "to", written_at AS "writtenAt",
         coalesce((SELECT (figure->>'value')::int FROM jsonb_array_elements(facts->'figures') figure
                    WHERE figure->>'figure' = 'orders'), 0) AS orders,
         coalesce((SELECT jsonb_agg(jsonb_build_object('to', to_address, 'state', state) ORDER BY to_address)
                     FROM shift_report_mail WHERE report_id = id), '[]') AS mails
    FROM shift_report WHERE $1::text[] IS NULL OR site_id = ANY ($1) ORDER BY written_at DESC, id DESC LIMIT $2`

export type ReportFile = { site: string; name: string; content: Uint8Array<ArrayBuffer> }

/** The PDF of a report; null when there is no such report. */
export async function findReportFile(id: string): Promise<ReportFile | null> {
  const report = await db.shiftReport.findUnique({ where: { id } })
  if (!report) return null
  const name = reportFileName(reportFactsSchema.parse(report.facts))
  return { site: report.siteId, name, content: report.pdf }
}
