import { requirePerson } from '@/app/require-person'
import { queuesPath } from '@/components/queue-health/queue-paths'
import { QueuesScreen } from '@/components/queue-health/queues-screen'
import { listQueues } from '@/lib/queue-health/queries'

export const metadata = { title: 'Queues' }

export default async function QueuesPage() {
  const { site } = await requirePerson('manager')
  const readAtMs = Date.now()
  const answer = await listQueues([site.id])
  return <QueuesScreen site={site.id} initial={{ path: queuesPath(site.id), answer, readAtMs }} />
}
