import { requirePerson } from '@/app/require-person'
import { calendarPath } from '@/components/replenishment/calendar-paths'
import { CalendarScreen } from '@/components/replenishment/calendar-screen'
import { dayAt } from '@/components/replenishment/demand-paths'
import { readCalendar } from '@/lib/replenishment/queries'

export const metadata = { title: 'Calendar' }

export default async function CalendarPage() {
  const { site } = await requirePerson('manager')
  const now = new Date()
  const initial = {
    path: calendarPath(site.id),
    answer: await readCalendar({ site: site.id }),
    readAtMs: now.getTime(),
  }
  return <CalendarScreen site={site.id} today={dayAt(site.timeZone, now)} initial={initial} />
}
