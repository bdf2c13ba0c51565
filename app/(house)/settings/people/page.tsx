import { requirePerson } from '@/app/require-person'
import { peoplePath } from '@/components/settings/people-paths'
import { PeopleScreen } from '@/components/settings/people-screen'
import { listPeople } from '@/lib/sites/list-people'

export const metadata = { title: 'People' }

export default async function PeoplePage() {
  const { site, sites, userId } = await requirePerson('manager')
  const siteIds = sites.map(({ id }) => id)
  const readAtMs = Date.now()
  const items = await listPeople(site.id, siteIds, new Date(readAtMs))
  const initial = { path: peoplePath(site.id), answer: { items, nextCursor: null }, readAtMs }
  return <PeopleScreen site={site.id} sites={siteIds} own={userId} initial={initial} />
}
