'use client'
import { useQueryStates } from 'nuqs'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { type PickListPage, pickListPageSchema, pickListSearch, pickListsPath } from './pick-list-paths'

/** The waiting pick lists of a site, live, paged by the page's address. */
export function usePickLists(site: string, limit: number, initial: Initial<PickListPage>) {
  const [{ cursor }, setSearch] = useQueryStates(pickListSearch)
  const path = pickListsPath(site, cursor, limit)
  const lists = useLiveQuery({ site, topic: 'picks', path, schema: pickListPageSchema, initial })
  const go = (to: string | null) => void setSearch({ cursor: to }, { history: 'push', scroll: true })
  return { lists, isFirst: cursor === null, go }
}
