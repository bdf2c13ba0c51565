'use client'
import { keepPreviousData, type NonUndefinedGuard, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { LiveTopic } from '@/lib/platform/live-change'
import { fetchJson } from './fetch-json'
import { useConnection } from './live-provider'
import { type LiveMeta, liveKey } from './refetcher'

/** What the server read for the first draw: the API's answer to `path`. */
export type Initial<Answer> = { path: string; answer: NonUndefinedGuard<Answer>; readAtMs: number }

type LiveQuery<Answer> = {
  site: string
  topic: LiveTopic
  path: string
  schema: z.ZodType<Answer>
  /** What else at the site changes the answer. */
  also?: readonly LiveTopic[]
  /** Asked for again at most this often, for an answer that costs more than most; left out, four times a second. */
  gapMs?: number
  /** Left out where nobody may ever ask to see it; then it is fetched when it is first drawn. */
  initial?: Initial<Answer>
  /** Only changes of this thing matter. */
  id?: string
  /** Also fetched again this often, for what changes by the clock alone, such as being late; null is never. */
  everyMs?: number | ((answer: Answer | undefined) => number | null)
  /** False while there is nothing to ask for. */
  isEnabled?: boolean
}

/** The answer of an API path, kept fresh by what changes at the site; the one way to show live things. */
export function useLiveQuery<Answer>(live: LiveQuery<Answer>) {
  const { site, topic, path, schema, initial, id, also, gapMs, everyMs, isEnabled = true } = live
  const connection = useConnection()
  useEffect(() => {
    for (const one of [topic, ...(also ?? [])]) connection.join(site, one)
  }, [connection, site, topic, also])
  return useQuery({
    queryKey: liveKey(site, topic, path),
    enabled: isEnabled,
    queryFn: ({ signal }) => fetchJson(path, schema, signal),
    initialData: initial?.path === path ? initial.answer : undefined,
    initialDataUpdatedAt: initial?.readAtMs,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (typeof everyMs === 'function' ? everyMs(state.data) : everyMs) ?? false,
    meta: { id, also, gapMs } satisfies LiveMeta,
  })
}
