import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { orderSearch, ordersPath } from '@/components/orders/order-paths'
import { OrdersScreen } from '@/components/orders/orders-screen'
import { findOrders } from '@/lib/support/queries'

export const metadata = { title: 'Orders' }

const loadSearch = createLoader(orderSearch)
const PAGE = 50

// A moment that is none narrows nothing: the address may be anybody's typing.
function momentOf(text: string | null): Date | undefined {
  const moment = new Date(text ?? '')
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager', 'support')
  const search = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await findOrders({
    siteIds: [site.id],
    query: search.query || undefined,
    status: search.status ?? undefined,
    step: search.step ?? undefined,
    standing: search.standing ?? undefined,
    since: momentOf(search.since),
    placedSince: momentOf(search.placedSince),
    packedSince: momentOf(search.packedSince),
    shippedSince: momentOf(search.shippedSince),
    pickedSince: momentOf(search.pickedSince),
    until: momentOf(search.until),
    cursor: search.cursor ?? undefined,
    limit: PAGE,
  })
  return <OrdersScreen site={site.id} initial={{ path: ordersPath(site.id, search), answer, readAtMs }} />
}
