import { requirePerson } from '@/app/require-person'
import { runningOutPath } from '@/components/replenishment/reorder-paths'
import { RunningOutScreen } from '@/components/replenishment/running-out-screen'
import { listRunningOut } from '@/lib/replenishment/list-running-out'

export const metadata = { title: 'Out of stock soon' }

export default async function RunningOutPage() {
  const { site } = await requirePerson('manager')
  const readAtMs = Date.now()
  const items = await listRunningOut(site.id)
  return (
    <RunningOutScreen
      site={site.id}
      initial={{ path: runningOutPath(site.id), answer: { items }, readAtMs }}
    />
  )
}
