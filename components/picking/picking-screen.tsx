'use client'
import type { Initial } from '@/components/live/use-live-query'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { PickNumbers } from '@/lib/picking/schema'
import type { PickListPage } from './pick-list-paths'
import { PickingLists } from './picking-lists'
import { TourNumbers, TourNumbersByPicker } from './tour-numbers'
import type { TourPage } from './tour-paths'
import { TourTable } from './tour-table'

type Props = {
  site: string
  limit: number
  lists: Initial<PickListPage>
  tours: Initial<TourPage>
  numbers: Initial<PickNumbers>
}

/** Picking as its manager sees it: how it goes, who walks where, what waits. */
export function PickingScreen({ site, limit, lists, tours, numbers }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Picking" hasFilters>
          tours, waiting lists and today’s numbers
        </PageHeading>
        <LinkButton href="/picking/rules">Rules</LinkButton>
      </div>
      <TourNumbers site={site} initial={numbers} />
      <TourTable site={site} initial={tours} />
      <PickingLists site={site} limit={limit} initial={lists} />
      <TourNumbersByPicker site={site} initial={numbers} />
    </div>
  )
}
