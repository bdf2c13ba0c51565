import { requirePerson } from '@/app/require-person'
import { todayPath } from '@/components/orders/order-paths'
import { TodayScreen } from '@/components/orders/today-screen'
import { findToday } from '@/lib/support/queries'

export const metadata = { title: 'Today' }

export default async function TodayPage() {
  const { site } = await requirePerson('manager')
  const now = new Date()
  const answer = await findToday(site.id, now)
  return (
    <TodayScreen site={site.id} initial={{ path: todayPath(site.id), answer, readAtMs: now.getTime() }} />
  )
}
