'use client'
import { useCallback, useEffect, useMemo } from 'react'
import { fetchJson } from '@/components/live/fetch-json'
import { useBeltStream } from '@/components/live/use-belt-stream'
import { useLiveQuery } from '@/components/live/use-live-query'
import { decisionListSchema } from '@/lib/conveyor/figures-schema'
import { type Conveyor, conveyorSchema } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { BeltStore } from './belt-store'
import { conveyorPath, decisionsPath } from './conveyor-paths'

/** What the stream does not tell: percentiles, who answers. */
const CLOCK_MS = 5_000
/** Boxes that were scanned longer ago are at their lanes. */
const SEED_MS = 60_000
const SEED_BOXES = 200

/** The belts of a site, the boxes on them kept by the stream. */
export function useBelt(site: string) {
  const query = useLiveQuery({
    site,
    topic: 'conveyor',
    path: conveyorPath(site),
    schema: conveyorSchema,
    everyMs: CLOCK_MS,
  })
  const { data } = query
  const version = data?.version
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing is another when its version is; rates are always
  const belt = useMemo(() => {
    if (!data) return null
    const sorters = sortersOf(data)
    return { sorters, store: new BeltStore(sorters) }
  }, [site, version])
  const store = belt?.store
  useEffect(() => {
    if (data) store?.load(data)
  }, [store, data])
  const seed = useCallback(
    (signal: AbortSignal) => {
      if (!store) return
      const from = new Date(Date.now() - SEED_MS).toISOString()
      // Who cannot have it begins with the next scan.
      fetchJson(decisionsPath(site, { from }, SEED_BOXES), decisionListSchema, signal).then(
        ({ items }) =>
          store.seed(
            items
              .filter(({ outcome }) => outcome === null)
              .reverse()
              .map((item) => ({ ...item, at: item.scannedAt })),
          ),
        () => {},
      )
    },
    [site, store],
  )
  useEffect(() => {
    const asking = new AbortController()
    seed(asking.signal)
    return () => asking.abort()
  }, [seed])
  useBeltStream(site, {
    onBelt: (message) => store?.hear(message, Date.now()),
    onJoined: () => seed(new AbortController().signal),
  })
  return { query, belt }
}

/** The sorters as they are drawn: what stands still of them. */
const sortersOf = ({ sorters, lanes }: Conveyor): Sorter[] =>
  sorters.map(({ id, name, speedMetresPerSecond, lengthMetres, loop, exceptionLane, scanners }) => ({
    ...{ id, name, speedMetresPerSecond, lengthMetres, loop, exceptionLane, scanners },
    lanes: lanes.filter(({ sorter }) => sorter === id),
  }))
