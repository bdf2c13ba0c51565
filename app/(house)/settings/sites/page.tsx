import { requirePerson } from '@/app/require-person'
import { SITES_PATH } from '@/components/settings/site-paths'
import { SitesScreen } from '@/components/settings/sites-screen'
import { listSites } from '@/lib/sites/list-sites'

export const metadata = { title: 'Sites' }

export default async function SitesPage() {
  const { site, sites } = await requirePerson('manager')
  const readAtMs = Date.now()
  const items = await listSites(sites.map(({ id }) => id))
  return (
    <SitesScreen
      site={site.id}
      initial={{ path: SITES_PATH, answer: { items, nextCursor: null }, readAtMs }}
    />
  )
}
