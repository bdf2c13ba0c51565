import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requirePerson } from '@/app/require-person'
import { deadLetterPath } from '@/components/queue-health/dead-letter-paths'
import { DeadLetterScreen } from '@/components/queue-health/dead-letter-screen'
import { findDeadLetter } from '@/lib/queue-health/queries'

export const metadata = { title: 'Dead letter' }

export default async function DeadLetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { site, sites } = await requirePerson('manager')
  const id = z.uuid().safeParse((await params).id).data
  const readAtMs = Date.now()
  const answer = id && (await findDeadLetter(id))
  if (!answer || (answer.site !== null && !sites.some((one) => one.id === answer.site))) notFound()
  const initial = { path: deadLetterPath(answer.id), answer, readAtMs }
  return <DeadLetterScreen site={answer.site ?? site.id} initial={initial} />
}
