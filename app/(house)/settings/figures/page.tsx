import { requirePerson } from '@/app/require-person'
import { targetsPath } from '@/components/figures/figures-paths'
import { TargetsScreen } from '@/components/figures/targets-screen'
import { listTargets } from '@/lib/figures/queries'

export const metadata = { title: 'Targets' }

export default async function TargetsPage() {
  const { site } = await requirePerson('manager')
  const readAtMs = Date.now()
  const answer = await listTargets(site.id)
  return <TargetsScreen site={site.id} initial={{ path: targetsPath(site.id), answer, readAtMs }} />
}
