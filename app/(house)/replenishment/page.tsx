import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { MOST_ROWS, reorderListPath, reorderSearch } from '@/components/replenishment/reorder-paths'
import { ReorderScreen } from '@/components/replenishment/reorder-screen'
import { listReorders } from '@/lib/replenishment/list-reorders'

export const metadata = { title: 'Replenishment' }

const loadSearch = createLoader(reorderSearch)

export default async function ReplenishmentPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const { state, supplier, department } = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const filter = { state, supplier: supplier ?? undefined, department: department ?? undefined }
  const answer = await listReorders(site.id, { ...filter, limit: MOST_ROWS })
  const path = reorderListPath(site.id, { state, supplier, department })
  return <ReorderScreen site={site.id} initial={{ path, answer, readAtMs }} />
}
