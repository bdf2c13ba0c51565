'use client'
import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { type ShiftReport, type ShiftReportList, shiftReportListSchema } from '@/lib/figures/report-schema'
import { reportFilePath, reportsPath } from './report-paths'

const EVERY_MS = 15_000
const MAIL_WORDS = { sending: 'on its way to', sent: 'mailed to', refused: 'refused by' }

type Props = { site: string; initial: Initial<ShiftReportList>; settings: ReactNode }

/** Reports of shifts with their PDF and whom they were mailed to, and one of the shift until now. */
export function ReportsPanel({ site, initial, settings }: Props) {
  const path = reportsPath(site)
  const reports = useLiveQuery({
    ...{ site, topic: 'alerts', path, initial, everyMs: EVERY_MS },
    schema: shiftReportListSchema,
  })
  const { change, isPending } = useChange(site, 'alerts')
  const write = async () => {
    const send = async () => {
      await sendJson('POST', '/api/shift-reports', z.object({ id: z.string() }), { site })
      return 'The report until now is written'
    }
    await change({ send, failed: 'No report was written' })
  }
  return (
    <Panel title="Shift reports" aside={settings} flush>
      <Answered query={reports} loading={<LoadingRows rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No report yet">
              One is written at the end of each shift. It tells of orders, backlogs, picks, alerts and what
              ran out.
            </EmptyState>
          ) : (
            <ul aria-label="Shift reports" className="divide-y divide-line">
              {items.map((report) => (
                <Report key={report.id} report={report} />
              ))}
            </ul>
          )
        }
      </Answered>
      <div className="border-line border-t px-4 py-3">
        <Button onPress={() => void write()} isPending={isPending}>
          <FileText size={14} aria-hidden="true" />
          {isPending ? 'Writing…' : 'Report until now'}
        </Button>
      </div>
    </Panel>
  )
}

function Report({ report }: { report: ShiftReport }) {
  const { locale, timeZone } = useLocale()
  const date = dateFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' })
  const clock = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const [from, to] = [Date.parse(report.from), Date.parse(report.to)]
  const mails = report.mails.map(({ to: reader, state }) => `${MAIL_WORDS[state]} ${reader}`)
  return (
    <li className="flex flex-col gap-0.5 px-4 py-3 text-sm">
      <a
        href={reportFilePath(report.id)}
        className="self-start font-medium text-ink underline underline-offset-4"
      >
        {report.shift}, {date.format(from)}, {clock.format(from)}–{clock.format(to)} (PDF)
      </a>
      <span className="text-ink-soft text-xs [overflow-wrap:anywhere]">
        {report.isOnDemand ? 'Until then; ' : ''}
        {report.orders} {report.orders === 1 ? 'order' : 'orders'};{' '}
        {mails.length === 0 ? 'mailed to nobody' : mails.join(', ')}
      </span>
    </li>
  )
}
