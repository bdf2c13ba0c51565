import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { orderPath } from '@/components/orders/order-paths'
import { OrderScreen } from '@/components/orders/order-screen'
import { slot } from '@/lib/platform/slot'
import { findOrderPage } from '@/lib/support/queries'

type Props = { params: Promise<{ orderNumber: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { orderNumber } = await params
  return { title: `Order ${decodeURIComponent(orderNumber)}` }
}

export default async function OrderPage({ params }: Props) {
  const { sites } = await requirePerson('manager', 'support')
  const { orderNumber } = await params
  const now = new Date()
  const answer = await findOrderPage(decodeURIComponent(orderNumber), now)
  if (!answer || !sites.some((site) => site.id === answer.site)) notFound()
  const initial = { path: orderPath(answer.orderNumber), answer, readAtMs: now.getTime() }
  // The built-in mailbox is the demo's.
  return <OrderScreen initial={initial} hasMailbox={slot.setFault !== undefined} />
}
