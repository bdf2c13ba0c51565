import type { SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { DayScreen } from '@/components/figures/day-screen'
import { ALL_SITES, ALL_SITES_PATH, figuresPath } from '@/components/figures/figures-paths'
import { SitesScreen } from '@/components/figures/sites-screen'
import { todayPath } from '@/components/orders/order-paths'
import { TodayScreen } from '@/components/orders/today-screen'
import { alertsPath } from '@/components/queue-health/alert-paths'
import { AlertsStrip } from '@/components/queue-health/alerts-strip'
import { listSiteFigures } from '@/lib/figures/list-site-figures'
import { readDay } from '@/lib/figures/read-day'
import { listAlerts } from '@/lib/queue-health/queries'
import { findToday } from '@/lib/support/queries'

export const metadata = { title: 'Today' }

const PAGE = 50

export default async function TodayPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site, sites } = await requirePerson('manager')
  const now = new Date()
  const readAtMs = now.getTime()
  const places = sites.map(({ id, name }) => ({ id, name }))
  if ((await searchParams).site === ALL_SITES) {
    const answer = await listSiteFigures(
      places.map(({ id }) => id),
      now,
    )
    return <SitesScreen sites={places} initial={{ path: ALL_SITES_PATH, answer, readAtMs }} />
  }
  const [figures, today, alerts] = await Promise.all([
    readDay(site.id, null, now),
    findToday(site.id, now),
    listAlerts({ siteIds: [site.id], state: 'unresolved', limit: PAGE }),
  ])
  if (!figures) throw new Error(`there is no site ${site.id}`)
  const unresolved = alertsPath(site.id, { state: null, cursor: null })
  return (
    <>
      <DayScreen
        site={site.id}
        sites={places}
        initial={{ path: figuresPath(site.id), answer: figures, readAtMs }}
      >
        <AlertsStrip site={site.id} initial={{ path: unresolved, answer: alerts, readAtMs }} />
      </DayScreen>
      <h2 className="mt-8 mb-3 font-semibold text-ink text-lg tracking-tight">The checkout</h2>
      <TodayScreen site={site.id} initial={{ path: todayPath(site.id), answer: today, readAtMs }} />
    </>
  )
}
