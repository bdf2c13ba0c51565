import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { alertSearch, alertsPath, alertTargetsPath } from '@/components/queue-health/alert-paths'
import { AlertTargets } from '@/components/queue-health/alert-targets'
import { AlertsScreen } from '@/components/queue-health/alerts-screen'
import { listAlerts, listAlertTargets } from '@/lib/queue-health/queries'

export const metadata = { title: 'Alerts' }

const loadSearch = createLoader(alertSearch)
const PAGE = 50

export default async function AlertsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const search = await loadSearch(searchParams)
  const siteIds = [site.id]
  const readAtMs = Date.now()
  const [answer, targets] = await Promise.all([
    listAlerts({
      siteIds,
      state: search.state ?? 'unresolved',
      cursor: search.cursor ?? undefined,
      limit: PAGE,
    }),
    listAlertTargets(siteIds),
  ])
  return (
    <AlertsScreen site={site.id} initial={{ path: alertsPath(site.id, search), answer, readAtMs }}>
      <div id="told">
        <AlertTargets
          site={site.id}
          initial={{ path: alertTargetsPath(site.id), answer: { items: targets }, readAtMs }}
        />
      </div>
    </AlertsScreen>
  )
}
