import { requirePerson } from '@/app/require-person'
import { daysPath } from '@/components/days/day-paths'
import { DaysScreen } from '@/components/days/days-screen'
import { reportsPath } from '@/components/days/report-paths'
import { listDays } from '@/lib/figures/list-days'
import { listShiftReports } from '@/lib/figures/list-shift-reports'

export const metadata = { title: 'Days' }

const [DAYS, REPORTS] = [28, 50]

export default async function DaysPage() {
  const { site } = await requirePerson('manager')
  const now = new Date()
  const readAtMs = now.getTime()
  const [days, reports] = await Promise.all([
    listDays(site.id, DAYS, now),
    listShiftReports([site.id], REPORTS),
  ])
  return (
    <DaysScreen
      site={site.id}
      initial={{ path: daysPath(site.id), answer: { items: days }, readAtMs }}
      reports={{ path: reportsPath(site.id), answer: { items: reports, nextCursor: null }, readAtMs }}
    />
  )
}
