import { requirePerson } from '@/app/require-person'
import { movesPath } from '@/components/picking/moves/move-paths'
import { PickMovesScreen } from '@/components/picking/moves/pick-moves-screen'
import { listSlottingTasks } from '@/lib/picking/list-slotting-tasks'

export const metadata = { title: 'Moves' }

export default async function PickMovesPage() {
  const { site } = await requirePerson('picker', 'manager')
  const readAtMs = Date.now()
  const answer = { items: await listSlottingTasks(site.id) }
  return <PickMovesScreen site={site.id} initial={{ path: movesPath(site.id), answer, readAtMs }} />
}
