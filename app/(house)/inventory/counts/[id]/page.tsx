import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requirePerson } from '@/app/require-person'
import { countPath } from '@/components/inventory/count-paths'
import { CountScreen } from '@/components/inventory/count-screen'
import { findCount } from '@/lib/inventory/read-counts'

export const metadata = { title: 'Count' }

export default async function CountPage({ params }: { params: Promise<{ id: string }> }) {
  const { site } = await requirePerson('manager')
  const { id } = await params
  const readAtMs = Date.now()
  const answer = z.uuid().safeParse(id).success ? await findCount(id) : null
  if (answer?.site !== site.id) notFound()
  return (
    <CountScreen
      site={site.id}
      currency={site.currency}
      initial={{ path: countPath(answer.id), answer, readAtMs }}
    />
  )
}
