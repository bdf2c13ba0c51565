import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { PAGE_ROWS, reorderListPath, reorderSearch } from '@/components/replenishment/reorder-paths'
import { ReorderScreen } from '@/components/replenishment/reorder-screen'
import { listReorders } from '@/lib/replenishment/list-reorders'

export const metadata = { title: 'Replenishment' }

const loadSearch = createLoader(reorderSearch)

export default async function ReplenishmentPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const { state, supplier, department, cursor } = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const filter = {
    state,
    supplier: supplier ?? undefined,
    department: department ?? undefined,
    cursor: cursor ?? undefined,
  }
  const answer = await listReorders(site.id, { ...filter, limit: PAGE_ROWS })
  const path = reorderListPath(site.id, { state, supplier, department, cursor })
  return <ReorderScreen site={site.id} initial={{ path, answer, readAtMs }} />
}
