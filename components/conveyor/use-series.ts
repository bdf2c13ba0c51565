'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/live/fetch-json'
import { useClock } from '@/components/ui/use-clock'
import { beltSeriesSchema } from '@/lib/conveyor/figures-schema'
import { RANGE_STEPS, type Range, seriesPath } from './conveyor-paths'

/** The belts' figures over time. Asked for by the clock, not with each box: they are counted from every decision. */
export function useSeries(site: string, range: Range, sorter: string | null) {
  const path = useClock((nowMs) => seriesPath(site, range, sorter, nowMs))
  return useQuery({
    queryKey: ['belt-series', path],
    queryFn: ({ signal }) => fetchJson(path, beltSeriesSchema, signal),
    placeholderData: keepPreviousData,
    refetchInterval: RANGE_STEPS[range].everyMs,
  })
}
