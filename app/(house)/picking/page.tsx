import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { pickListSearch, pickListsPath } from '@/components/picking/pick-list-paths'
import { PickingScreen } from '@/components/picking/picking-screen'
import { pickNumbersPath, walkingToursPath } from '@/components/picking/tour-paths'
import { countPicks } from '@/lib/picking/count-picks'
import { listTours } from '@/lib/picking/list-tours'
import { listOpenPickLists } from '@/lib/picking/queries'

export const metadata = { title: 'Picking' }

const loadSearch = createLoader(pickListSearch)
const PAGE = 50

export default async function PickingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const { cursor } = await loadSearch(searchParams)
  const now = new Date()
  const readAtMs = now.getTime()
  const [lists, tours, numbers] = await Promise.all([
    listOpenPickLists(site.id, PAGE, cursor ?? undefined),
    listTours({ siteIds: [site.id], state: 'walking', limit: PAGE }),
    countPicks(site.id, true, now),
  ])
  return (
    <PickingScreen
      site={site.id}
      limit={PAGE}
      lists={{ path: pickListsPath(site.id, cursor, PAGE), answer: lists, readAtMs }}
      tours={{ path: walkingToursPath(site.id), answer: tours, readAtMs }}
      numbers={{ path: pickNumbersPath(site.id), answer: numbers, readAtMs }}
    />
  )
}
