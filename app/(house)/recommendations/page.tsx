import { createLoader, type SearchParams } from 'nuqs/server'
import { placePairsOfSite } from '@/app/api/pairs/place-pairs-of-site'
import { requirePerson } from '@/app/require-person'
import { PAIRS_SHOWN, pairSearch, pairsPath } from '@/components/recommendations/pair-paths'
import { PairsScreen } from '@/components/recommendations/pairs-screen'

export const metadata = { title: 'Bought together' }

const loadSearch = createLoader(pairSearch)

export default async function RecommendationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const search = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const pairs = await placePairsOfSite(site.id)
  const items = pairs.filter(({ advice }) => advice === search.advice).slice(0, PAIRS_SHOWN)
  return (
    <PairsScreen
      site={site.id}
      initial={{ path: pairsPath(site.id, search), answer: { items, nextCursor: null }, readAtMs }}
    />
  )
}
