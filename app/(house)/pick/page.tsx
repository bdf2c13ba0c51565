import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { pickListSearch, pickListsPath } from '@/components/picking/pick-list-paths'
import { PickScreen } from '@/components/picking/pick-screen'
import { listOpenPickLists } from '@/lib/picking/queries'

export const metadata = { title: 'Picking' }

const loadSearch = createLoader(pickListSearch)
/** Few, for a phone on the floor's network draws them all. */
const PAGE = 20

export default async function PickPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('picker')
  const { cursor } = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await listOpenPickLists(site.id, PAGE, cursor ?? undefined)
  const path = pickListsPath(site.id, cursor, PAGE)
  return <PickScreen site={site.id} limit={PAGE} initial={{ path, answer, readAtMs }} />
}
