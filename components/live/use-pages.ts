'use client'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { fetchJson } from './fetch-json'
import type { Initial } from './use-live-query'

type Page = { nextCursor: string | null }
type Pages<Answer extends Page> = {
  /** The API path of the first page, with its query. */
  path: string
  schema: z.ZodType<Answer>
  initial?: Initial<Answer>
}

/**
 * A long list, read page after page as it is walked through. Its order stands still however much changes meanwhile;
 * `readAgain` begins at the top.
 */
export function usePages<Answer extends Page>({ path, schema, initial }: Pages<Answer>) {
  const client = useQueryClient()
  const queryKey = ['pages', path]
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      fetchJson(pageParam ? `${path}&cursor=${pageParam}` : path, schema, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    initialData: initial?.path === path ? { pages: [initial.answer], pageParams: [null] } : undefined,
    placeholderData: keepPreviousData,
    // Every page that was walked through would be asked for again.
    staleTime: Number.POSITIVE_INFINITY,
    // Who comes back to the list wants it as it is then.
    gcTime: 0,
  })
  const readAgain = async () => {
    client.setQueryData<typeof pages.data>(queryKey, (read) =>
      read ? { pages: read.pages.slice(0, 1), pageParams: read.pageParams.slice(0, 1) } : read,
    )
    await pages.refetch()
  }
  return { pages, readAgain }
}
