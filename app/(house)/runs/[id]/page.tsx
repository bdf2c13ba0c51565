import { notFound } from 'next/navigation'
import { findKnownRun } from '@/app/api/runs/known-run'
import { requirePerson } from '@/app/require-person'
import { runPath } from '@/components/queue-health/run-paths'
import { RunScreen } from '@/components/queue-health/run-screen'

export const metadata = { title: 'Run' }

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const person = await requirePerson('manager')
  const readAtMs = Date.now()
  const answer = await findKnownRun(person, (await params).id)
  if (!answer) notFound()
  return <RunScreen site={person.site.id} initial={{ path: runPath(answer.id), answer, readAtMs }} />
}
