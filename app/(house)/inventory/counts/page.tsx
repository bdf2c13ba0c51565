import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { COUNT_PAGE, countSearch, countsPath } from '@/components/inventory/count-paths'
import { CountsScreen } from '@/components/inventory/counts-screen'
import { readCounts } from '@/lib/inventory/read-counts'

export const metadata = { title: 'Counts' }

const loadSearch = createLoader(countSearch)

export default async function CountsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const search = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await readCounts({
    siteIds: [site.id],
    state: search.state,
    cursor: search.cursor ?? undefined,
    limit: COUNT_PAGE,
  })
  return <CountsScreen site={site.id} initial={{ path: countsPath(site.id, search), answer, readAtMs }} />
}
