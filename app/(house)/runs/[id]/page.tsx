import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requirePerson } from '@/app/require-person'
import { runPath } from '@/components/queue-health/run-paths'
import { RunScreen } from '@/components/queue-health/run-screen'
import { findRun } from '@/inngest/engine/queries'

export const metadata = { title: 'Run' }

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const { site } = await requirePerson('manager')
  const id = z.uuid().safeParse((await params).id).data
  const readAtMs = Date.now()
  const answer = id && (await findRun(id))
  if (!answer) notFound()
  return <RunScreen site={site.id} initial={{ path: runPath(answer.id), answer, readAtMs }} />
}
