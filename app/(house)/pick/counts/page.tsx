import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { COUNT_PAGE, countSearch, countsPath } from '@/components/inventory/count-paths'
import { PickCountsScreen } from '@/components/inventory/pick-counts-screen'
import { readCounts } from '@/lib/inventory/read-counts'

export const metadata = { title: 'Counts' }

const loadSearch = createLoader({ cursor: countSearch.cursor })

export default async function PickCountsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('picker')
  const { cursor } = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await readCounts({
    siteIds: [site.id],
    state: 'open',
    cursor: cursor ?? undefined,
    limit: COUNT_PAGE,
  })
  const path = countsPath(site.id, { state: 'open', cursor })
  return <PickCountsScreen site={site.id} initial={{ path, answer, readAtMs }} />
}
