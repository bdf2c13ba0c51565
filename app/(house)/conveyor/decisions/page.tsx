import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { decisionSearch, decisionsPath } from '@/components/conveyor/conveyor-paths'
import { DecisionsScreen } from '@/components/conveyor/decisions-screen'
import { decisionFilterSchema } from '@/lib/conveyor/figures-schema'
import { listDecisions } from '@/lib/conveyor/list-decisions'

export const metadata = { title: 'Decisions' }

const loadSearch = createLoader(decisionSearch)
const PAGE = 50

export default async function DecisionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site, role } = await requirePerson('manager', 'support')
  const search = await loadSearch(searchParams)
  const { cursor, misSort, ...asked } = search
  const told = Object.entries(asked).filter(([, value]) => value !== null)
  // What somebody wrote by hand and wrongly narrows nothing.
  const { data: filter } = decisionFilterSchema.safeParse(Object.fromEntries(told))
  const readAtMs = Date.now()
  const answer = await listDecisions({
    ...filter,
    ...{ misSort: misSort ?? undefined, site: site.id, limit: PAGE, cursor: cursor ?? undefined },
  })
  const initial = { path: decisionsPath(site.id, search), answer, readAtMs }
  return <DecisionsScreen site={site.id} initial={initial} mayWatch={role === 'manager'} />
}
