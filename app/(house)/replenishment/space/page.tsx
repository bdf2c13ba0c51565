import { requirePerson } from '@/app/require-person'
import { spacePath } from '@/components/replenishment/reorder-paths'
import { SpaceScreen } from '@/components/replenishment/space-screen'
import { listSpaceAdvice } from '@/lib/replenishment/list-space-advice'

export const metadata = { title: 'Shelf space' }

export default async function SpacePage() {
  const { site } = await requirePerson('manager')
  const readAtMs = Date.now()
  const items = await listSpaceAdvice(site.id)
  return <SpaceScreen site={site.id} initial={{ path: spacePath(site.id), answer: { items }, readAtMs }} />
}
