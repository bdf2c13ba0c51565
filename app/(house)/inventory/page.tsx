import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { InventoryScreen } from '@/components/inventory/inventory-screen'
import { STOCK_PAGE, stockListPath, stockSearch } from '@/components/inventory/stock-paths'
import { listStock } from '@/lib/inventory/list-stock'

export const metadata = { title: 'Inventory' }

const loadSearch = createLoader(stockSearch)

export default async function InventoryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const search = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await listStock(site.id, {
    query: search.query || undefined,
    state: search.state,
    temperatureZone: search.zone ?? undefined,
    sort: search.sort,
    direction: search.direction,
    limit: STOCK_PAGE,
  })
  return (
    <InventoryScreen site={site.id} initial={{ path: stockListPath(site.id, search), answer, readAtMs }} />
  )
}
