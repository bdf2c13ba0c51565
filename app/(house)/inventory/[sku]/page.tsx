import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { itemPath } from '@/components/inventory/item-paths'
import { ItemScreen } from '@/components/inventory/item-screen'
import { ReorderPanel } from '@/components/replenishment/reorder-panel'
import { findStock } from '@/lib/inventory/queries'

type Props = { params: Promise<{ sku: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sku } = await params
  return { title: `${decodeURIComponent(sku)} in stock` }
}

export default async function ItemPage({ params }: Props) {
  const { site, clientId } = await requirePerson('manager')
  const sku = decodeURIComponent((await params).sku)
  const readAtMs = Date.now()
  const answer = await findStock(sku, [site.id])
  if (!answer) notFound()
  return (
    <div className="flex flex-col gap-4">
      <ItemScreen
        site={site.id}
        actor={clientId}
        initial={{ path: itemPath(site.id, answer.sku), answer, readAtMs }}
      />
      <ReorderPanel site={site.id} sku={answer.sku} />
    </div>
  )
}
