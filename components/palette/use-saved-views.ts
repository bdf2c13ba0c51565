'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson } from '@/components/live/fetch-json'
import { savedViewListSchema, savedViewsPath } from './palette-paths'

const keyOf = (site: string) => ['saved-views', site]

/** The views of a site that somebody may open; one answer for everything that shows them. */
export const useSavedViews = (site: string) =>
  useQuery({
    queryKey: keyOf(site),
    queryFn: ({ signal }) => fetchJson(savedViewsPath(site), savedViewListSchema, signal),
  })

/** Has them asked for again, after a change. */
export function useReadViewsAgain(site: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(site) })
}
