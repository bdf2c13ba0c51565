'use client'
import Link from 'next/link'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/empty-state'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { RowLink } from '@/components/ui/row-link'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import type { DayLine } from '@/lib/figures/day-schema'
import type { ShiftReportList } from '@/lib/figures/report-schema'
import { type DayList, dayHref, dayListSchema, daysPath } from './day-paths'
import { REPORT_SETTINGS } from './report-paths'
import { ReportsPanel } from './reports-panel'

const EVERY_MS = 60_000

type Props = { site: string; initial: Initial<DayList>; reports: Initial<ShiftReportList> }

/** The days of a site that can be played again, and the reports of its shifts. */
export function DaysScreen({ site, initial, reports }: Props) {
  const path = daysPath(site)
  const days = useLiveQuery({
    ...{ site, topic: 'alerts', path, initial, everyMs: EVERY_MS },
    schema: dayListSchema,
  })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <PageHeading title="Days">what happened, minute by minute, and what each shift was like</PageHeading>
      <div className="grid items-start gap-4 md:gap-5 xl:grid-cols-2">
        <Panel title="Days" aside="the last four weeks" flush>
          <Answered query={days} loading={<LoadingRows rows={8} />}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="No day yet">A day appears here when it begins.</EmptyState>
              ) : (
                <Days site={site} days={items} />
              )
            }
          </Answered>
        </Panel>
        <ReportsPanel
          site={site}
          initial={reports}
          settings={
            <Link href={REPORT_SETTINGS} className="underline underline-offset-4 hover:text-ink">
              Shifts and readers
            </Link>
          }
        />
      </div>
    </div>
  )
}

function Days({ site, days }: { site: string; days: readonly DayLine[] }) {
  const { locale } = useLocale()
  // A calendar day has no zone: its own noon in UTC is that day wherever one is.
  const name = dateFormat(locale, {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' },
  })
  return (
    <RowKeys>
      <Table label="Days">
        <thead>
          <tr>
            <Th isWide>Day</Th>
            <Th align="right">Orders</Th>
            <Th align="right">Alerts</Th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, orders, alerts }) => (
            <Row key={day}>
              <Td>
                <RowLink href={dayHref(day, site)}>{name.format(Date.parse(`${day}T12:00:00Z`))}</RowLink>
              </Td>
              <Td align="right">
                <Count value={orders} />
              </Td>
              <Td align="right">
                <Count value={alerts} />
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </RowKeys>
  )
}
