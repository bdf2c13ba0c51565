import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { IMPORT_PAGE, importSearch, importsPath } from '@/components/inventory/import-paths'
import { ImportScreen } from '@/components/inventory/import-screen'
import { readImports } from '@/lib/inventory/read-imports'

export const metadata = { title: 'Import stock' }

const loadSearch = createLoader(importSearch)

export default async function ImportPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const { cursor } = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const answer = await readImports(site.id, { limit: IMPORT_PAGE, cursor: cursor ?? undefined })
  return <ImportScreen site={site.id} initial={{ path: importsPath(site.id, cursor), answer, readAtMs }} />
}
