'use client'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { fetchJson } from '@/components/live/fetch-json'
import { useBinsStream } from '@/components/live/use-bins-stream'
import { type BinChange, binLevelsSchema, floorColumnsSchema } from '@/lib/floor/map-schema'
import { type FloorModel, makeFloorModel } from './floor-model'
import { levelsPath, mapPath } from './floor-paths'
import { LevelStore } from './level-store'

export type Floor = { model: FloorModel; levels: LevelStore }

// Megabytes that are compared with nothing and kept for nobody.
const WHOLE = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, structuralSharing: false } as const

/** The hall and what lies in it, kept fresh by the stream of the site's floor; levels are read anew after each join. */
export function useFloor(site: string) {
  const map = useQuery({
    ...WHOLE,
    queryKey: ['floor-map', site],
    queryFn: ({ signal }) => fetchJson(mapPath(site), floorColumnsSchema, signal),
  })
  const levels = useQuery({
    ...WHOLE,
    queryKey: ['bin-levels', site],
    queryFn: ({ signal }) => fetchJson(levelsPath(site), binLevelsSchema, signal),
  })
  const floor = useMemo((): Floor | null => {
    if (!map.data) return null
    const model = makeFloorModel(map.data)
    return { model, levels: new LevelStore(model.count) }
  }, [map.data])
  // What is told while all levels are being read may be newer than they are: it is taken after them.
  const waiting = useRef<BinChange[]>([])
  const isHeld = useRef(false)
  useEffect(() => {
    if (!floor || !levels.data) return
    if (levels.data.version !== floor.model.map.version) return
    floor.levels.load(levels.data)
    floor.levels.apply(waiting.current.splice(0), floor.model.indexOf)
  }, [floor, levels.data])
  const { refetch: refetchMap } = map
  const { refetch: refetchLevels } = levels
  const isOther =
    levels.data !== undefined && floor !== null && levels.data.version !== floor.model.map.version
  const readAgain = useCallback(() => {
    void refetchMap()
    void refetchLevels()
  }, [refetchMap, refetchLevels])
  useEffect(() => {
    if (isOther) readAgain()
  }, [isOther, readAgain])
  useBinsStream(site, {
    onBins: ({ version, changes }) => {
      if (!floor || isHeld.current) return
      if (version !== floor.model.map.version) readAgain()
      else if (levels.isFetching) waiting.current.push(...changes)
      else floor.levels.apply(changes, floor.model.indexOf)
    },
    onJoined: () => {
      if (!isHeld.current) void refetchLevels()
    },
    onPlan: readAgain,
  })
  /** While the past is shown the present is not told; then all levels are read anew. */
  const hold = useCallback(
    (holds: boolean) => {
      const wasHeld = isHeld.current
      isHeld.current = holds
      if (wasHeld && !holds) void refetchLevels()
    },
    [refetchLevels],
  )
  return { floor, map, levels, readAgain, hold }
}
