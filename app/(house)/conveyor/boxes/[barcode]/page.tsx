import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { BoxScreen } from '@/components/conveyor/box-screen'
import { boxPath } from '@/components/conveyor/conveyor-paths'
import { findBox } from '@/lib/conveyor/queries'
import { normaliseLabel } from '@/lib/conveyor/rules/normalise-label'

type Props = { params: Promise<{ barcode: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Box ${decodeURIComponent((await params).barcode)}` }
}

export default async function BoxPage({ params }: Props) {
  const { site, role } = await requirePerson('manager', 'support')
  const barcode = normaliseLabel(decodeURIComponent((await params).barcode))
  const readAtMs = Date.now()
  const answer = await findBox(site.id, barcode)
  if (!answer) notFound()
  const initial = { path: boxPath(site.id, barcode), answer, readAtMs }
  return <BoxScreen initial={initial} mayWatch={role === 'manager'} />
}
