import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requirePerson } from '@/app/require-person'
import { countPath } from '@/components/inventory/count-paths'
import { countStops } from '@/components/inventory/count-stops'
import { PickCountScreen } from '@/components/inventory/pick-count-screen'
import { findStock } from '@/lib/inventory/queries'
import { findCount } from '@/lib/inventory/read-counts'

export const metadata = { title: 'Count' }

export default async function PickCountPage({ params }: { params: Promise<{ id: string }> }) {
  const { site } = await requirePerson('picker')
  const { id } = await params
  const readAtMs = Date.now()
  const answer = z.uuid().safeParse(id).success ? await findCount(id) : null
  // A phone keeps old addresses; the list says what there is to count now.
  if (answer?.site !== site.id) redirect('/pick/counts')
  const stock = answer.sku === null ? null : await findStock(answer.sku, [site.id])
  return (
    <PickCountScreen
      site={site.id}
      stops={countStops(answer, stock)}
      initial={{ path: countPath(answer.id), answer, readAtMs }}
    />
  )
}
