import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { orderSearch, ordersPath } from '@/components/orders/order-paths'
import { OrdersScreen } from '@/components/orders/orders-screen'
import { listOrders } from '@/lib/orders/queries'

export const metadata = { title: 'Orders' }

const loadSearch = createLoader(orderSearch)
const PAGE = 50

export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager', 'support')
  const search = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await listOrders({
    siteIds: [site.id],
    query: search.query || undefined,
    status: search.status ?? undefined,
    owing: search.step ?? undefined,
    cursor: search.cursor ?? undefined,
    limit: PAGE,
  })
  return <OrdersScreen site={site.id} initial={{ path: ordersPath(site.id, search), answer, readAtMs }} />
}
