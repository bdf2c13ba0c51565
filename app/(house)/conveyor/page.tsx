import { preload } from 'react-dom'
import { requirePerson } from '@/app/require-person'
import { conveyorPath } from '@/components/conveyor/conveyor-paths'
import { ConveyorScreen } from '@/components/conveyor/conveyor-screen'

export const metadata = { title: 'Conveyor' }

export default async function ConveyorPage() {
  const { site } = await requirePerson('manager')
  preload(conveyorPath(site.id), { as: 'fetch', crossOrigin: 'anonymous' })
  return <ConveyorScreen site={site.id} />
}
