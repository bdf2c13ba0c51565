import { focusManager, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { LiveChange, LiveTopic } from '@/lib/platform/live-change'
import { paced } from './paced'

/** At most four refetches a second for a query, however many changes come in. */
const GAP_MS = 250

/** The id of a change of so many things that naming them would cost more than looking again. */
export const MANY = '*'

/** Every live query's key begins with the site and the topic it listens to. */
export const liveKey = (site: string, topic: LiveTopic, path: string): QueryKey => [site, topic, path]

/** What a live query says of itself: `id` when it is about one thing only, `also` what else at the site changes it. */
export type LiveMeta = { id?: string; also?: readonly LiveTopic[]; gapMs?: number }

/** Marks the queries stale that a change concerns, and lets those on screen fetch again, paced. */
export function refetcher(client: QueryClient) {
  const marks = new WeakMap<Query, () => void>()

  const markOf = (query: Query): (() => void) => {
    const known = marks.get(query)
    if (known) return known
    const mark = paced(
      () => refetch(client, query),
      (query.meta as LiveMeta | undefined)?.gapMs ?? GAP_MS,
      () => performance.now(),
    )
    marks.set(query, mark)
    return mark
  }

  return {
    /** Something changed. */
    changed({ site, topic, id }: LiveChange): void {
      for (const query of client.getQueryCache().findAll({ queryKey: [site] })) {
        const { id: only, also } = (query.meta ?? {}) as LiveMeta
        if (query.queryKey[1] !== topic && !also?.includes(topic)) continue
        if (only === undefined || id === MANY || only === id) markOf(query)()
      }
    },
    /** Anything may have changed while nobody listened. */
    caughtUp(site: string, topic: LiveTopic): void {
      void client.invalidateQueries({ queryKey: [site, topic] })
    },
  }
}

async function refetch(client: QueryClient, query: Query): Promise<void> {
  // A first fetch under way may have read before the change, and TanStack Query would take its answer for the new one.
  if (query.state.data === undefined) await query.promise?.catch(() => undefined)
  // What could never be had shows why, and a way to try again; every fetch would replace that by waiting.
  if (query.state.status === 'error' && query.state.data === undefined) return
  // A tab nobody looks at only notes that it is stale; it fetches when it is looked at again.
  const refetchType = focusManager.isFocused() ? 'active' : 'none'
  await client.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType })
}
