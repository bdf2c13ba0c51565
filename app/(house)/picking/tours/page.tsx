import { createLoader, type SearchParams } from 'nuqs/server'
import { z } from 'zod'
import { requirePerson } from '@/app/require-person'
import { walkedSearch, walkedToursPath } from '@/components/picking/tour-paths'
import { WalkedTours } from '@/components/picking/walked-tours'
import { listTours } from '@/lib/picking/list-tours'

export const metadata = { title: 'Tours' }

const loadSearch = createLoader(walkedSearch)
const PAGE = 50
// A moment that is none narrows nothing: the address may be anybody's typing.
const momentSchema = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .optional()
  .catch(undefined)

export default async function ToursPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const asked = await loadSearch(searchParams)
  const [since, until] = [momentSchema.parse(asked.since), momentSchema.parse(asked.until)]
  const search = {
    since: since ? asked.since : null,
    until: until ? asked.until : null,
    cursor: asked.cursor,
  }
  const readAtMs = Date.now()
  const answer = await listTours({
    ...{ siteIds: [site.id], since, until },
    ...{ limit: PAGE, cursor: asked.cursor ?? undefined },
  })
  return (
    <WalkedTours
      site={site.id}
      initial={{ path: walkedToursPath(site.id, search), answer, readAtMs }}
      search={search}
    />
  )
}
