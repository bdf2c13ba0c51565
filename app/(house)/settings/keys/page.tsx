import { requirePerson } from '@/app/require-person'
import { keysPath } from '@/components/settings/key-paths'
import { KeysScreen } from '@/components/settings/keys-screen'
import { listApiKeys } from '@/lib/sites/list-api-keys'
import { areAllSites } from '@/lib/sites/list-sites'

export const metadata = { title: 'Keys' }

export default async function KeysPage() {
  const { site, sites } = await requirePerson('manager')
  const siteIds = sites.map(({ id }) => id)
  const withHouse = await areAllSites(siteIds)
  const readAtMs = Date.now()
  const items = await listApiKeys([site.id], { withHouse }, new Date(readAtMs))
  const initial = { path: keysPath(site.id), answer: { items, nextCursor: null }, readAtMs }
  return <KeysScreen site={site.id} sites={withHouse ? [...siteIds, null] : siteIds} initial={initial} />
}
