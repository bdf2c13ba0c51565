import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { pickListSearch, pickListsPath } from '@/components/picking/pick-list-paths'
import { PickingScreen } from '@/components/picking/picking-screen'
import { listOpenPickLists } from '@/lib/picking/queries'

export const metadata = { title: 'Picking' }

const loadSearch = createLoader(pickListSearch)
const PAGE = 50

export default async function PickingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const { cursor } = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await listOpenPickLists(site.id, PAGE, cursor ?? undefined)
  const path = pickListsPath(site.id, cursor, PAGE)
  return <PickingScreen site={site.id} limit={PAGE} initial={{ path, answer, readAtMs }} />
}
