import { requirePerson } from '@/app/require-person'
import { todayPath } from '@/components/orders/order-paths'
import { TodayScreen } from '@/components/orders/today-screen'
import { alertsPath } from '@/components/queue-health/alert-paths'
import { AlertsStrip } from '@/components/queue-health/alerts-strip'
import { listAlerts } from '@/lib/queue-health/queries'
import { findToday } from '@/lib/support/queries'

export const metadata = { title: 'Today' }

const PAGE = 50

export default async function TodayPage() {
  const { site } = await requirePerson('manager')
  const now = new Date()
  const readAtMs = now.getTime()
  const [today, alerts] = await Promise.all([
    findToday(site.id, now),
    listAlerts({ siteIds: [site.id], state: 'unresolved', limit: PAGE }),
  ])
  const unresolved = alertsPath(site.id, { state: null, cursor: null })
  return (
    <TodayScreen site={site.id} initial={{ path: todayPath(site.id), answer: today, readAtMs }}>
      <AlertsStrip site={site.id} initial={{ path: unresolved, answer: alerts, readAtMs }} />
    </TodayScreen>
  )
}
