import { preload } from 'react-dom'
import { requirePerson } from '@/app/require-person'
import { levelsPath, mapPath } from '@/components/floor/floor-paths'
import { FloorScreen } from '@/components/floor/floor-screen'

export const metadata = { title: 'Floor' }

export default async function FloorPage() {
  const { site } = await requirePerson('manager')
  // Both are on their way while the browser still reads the scripts.
  for (const path of [mapPath(site.id), levelsPath(site.id)])
    preload(path, { as: 'fetch', crossOrigin: 'anonymous' })
  return <FloorScreen site={site.id} />
}
