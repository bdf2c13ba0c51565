import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { runPath } from '@/components/queue-health/run-paths'
import { RunScreen } from '@/components/queue-health/run-screen'
import { findRun } from '@/inngest/runs'

export const metadata = { title: 'Run' }

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const { site } = await requirePerson('manager')
  const id = decodeURIComponent((await params).id)
  const readAtMs = Date.now()
  const answer = await findRun(id)
  if (!answer) notFound()
  return <RunScreen site={site.id} initial={{ path: runPath(answer.id), answer, readAtMs }} />
}
