import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { deadLetterSearch, deadLettersPath } from '@/components/queue-health/dead-letter-paths'
import { DeadLettersScreen } from '@/components/queue-health/dead-letters-screen'
import { listDeadLetters } from '@/lib/queue-health/queries'

export const metadata = { title: 'Dead letters' }

const loadSearch = createLoader(deadLetterSearch)
const PAGE = 50

export default async function DeadLettersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const search = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await listDeadLetters({
    siteIds: [site.id],
    kind: search.kind ?? undefined,
    state: search.state,
    queue: search.queue ?? undefined,
    cursor: search.cursor ?? undefined,
    limit: PAGE,
  })
  return (
    <DeadLettersScreen
      site={site.id}
      initial={{ path: deadLettersPath(site.id, search), answer, readAtMs }}
    />
  )
}
