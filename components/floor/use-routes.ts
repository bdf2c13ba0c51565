'use client'
import { useMemo } from 'react'
import { useLiveQuery } from '@/components/live/use-live-query'
import type { FloorModel } from './floor-model'
import { openPickListsPath } from './floor-paths'
import { pickListPageSchema } from './pick-list-page'
import { type Route, routeOf } from './walk-path'

const NONE: readonly Route[] = []

/** Pick lists that wait, and the walk of the one that is chosen. */
export function useRoutes(
  site: string,
  model: FloorModel | undefined,
  chosen: string | null,
  isEnabled: boolean,
) {
  const lists = useLiveQuery({
    site,
    topic: 'picks',
    path: openPickListsPath(site),
    schema: pickListPageSchema,
    isEnabled,
  })
  const list = lists.data?.items.find(({ pickListId }) => pickListId === chosen)
  const routes = useMemo(() => {
    if (!model || !list) return NONE
    return [
      routeOf(
        model,
        list.pickListId,
        list.customerName,
        list.lines.map(({ bin }) => bin),
      ),
    ]
  }, [model, list])
  return { lists, routes }
}
