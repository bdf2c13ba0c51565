import { notFound } from 'next/navigation'
import { readSignedId } from '@/lib/platform/signed-id'
import { findStatusPage } from '@/lib/support/queries'
import { STATUS_PAGE } from '@/lib/support/schema'
import { StatusView } from './status-view'

export const metadata = { title: 'Your order', referrer: 'no-referrer' as const }
export const dynamic = 'force-dynamic'

/** The customer's own page of an order: who has the signed link may see it, without signing in. */
export default async function CustomerStatusPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const orderNumber = readSignedId(STATUS_PAGE, decodeURIComponent(token))
  const page = orderNumber === null ? null : await findStatusPage(orderNumber)
  if (!page) notFound()
  return <StatusView page={page} />
}
