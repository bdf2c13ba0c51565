import { requirePerson } from '@/app/require-person'
import { PickStowScreen } from '@/components/inventory/pick-stow-screen'

export const metadata = { title: 'Put away' }

export default async function PickStowPage() {
  const { site } = await requirePerson('picker', 'manager')
  return <PickStowScreen site={site.id} />
}
