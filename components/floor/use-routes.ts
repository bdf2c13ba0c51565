'use client'
import { useMemo } from 'react'
import { z } from 'zod'
import { useLiveQuery } from '@/components/live/use-live-query'
import { liveTourSchema } from '@/lib/picking/schema'
import type { FloorModel } from './floor-model'
import { liveToursPath } from './floor-paths'
import { type Route, routeOf } from './live-route'

const liveToursSchema = z.object({ items: z.array(liveTourSchema) })
export type LiveTours = z.infer<typeof liveToursSchema>

const NONE: readonly Route[] = []

/** The tours that are walked now, and how they are drawn. */
export function useRoutes(site: string, model: FloorModel | undefined, chosen: string | null) {
  const tours = useLiveQuery({
    site,
    topic: 'picks',
    path: liveToursPath(site),
    schema: liveToursSchema,
  })
  const items = tours.data?.items
  const routes = useMemo(
    () => (model && items ? items.map((tour) => routeOf(tour, model, chosen)) : NONE),
    [model, items, chosen],
  )
  return { tours, routes }
}
