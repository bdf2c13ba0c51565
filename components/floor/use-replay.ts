'use client'
import { useEffect, useRef, useState } from 'react'
import { FetchProblem, fetchJson } from '@/components/live/fetch-json'
import { type BinHistory, binHistorySchema } from '@/lib/floor/map-schema'
import { changesPath } from './floor-paths'
import { ReplayTape } from './replay-tape'
import type { Floor } from './use-floor'

export const HOURS = [1, 4, 12, 24] as const
export const SPEEDS = [30, 120, 600] as const
const HOUR_MS = 3_600_000
/** The label needs no more; the map moves with every frame. */
const LABEL_MS = 100

export type Replay = {
  isOn: boolean
  isLoading: boolean
  error: string | null
  hours: (typeof HOURS)[number]
  speed: (typeof SPEEDS)[number]
  isPlaying: boolean
  fromMs: number
  toMs: number
  atMs: number
  changes: number
}
const OFF: Replay = {
  isOn: false,
  isLoading: false,
  error: null,
  hours: 4,
  speed: 120,
  isPlaying: false,
  fromMs: 0,
  toMs: 0,
  atMs: 0,
  changes: 0,
}

/** The last hours of the floor, wound to any moment. While it is on, the present is held back. */
export function useReplay(site: string, floor: Floor | null, hold: (holds: boolean) => void) {
  const [replay, setReplay] = useState(OFF)
  const tape = useRef<ReplayTape | null>(null)
  const reading = useRef<AbortController | null>(null)
  const set = (change: Partial<Replay>) => setReplay((now) => ({ ...now, ...change }))

  const wind = (atMs: number) => {
    if (!floor || !tape.current) return
    const touched = tape.current.wind(atMs, floor.levels)
    if (touched.length > 0) floor.levels.changed(touched)
  }
  const stop = () => {
    reading.current?.abort()
    tape.current = null
    setReplay((now) => ({ ...OFF, hours: now.hours, speed: now.speed }))
    hold(false)
  }
  const start = async (hours: Replay['hours']) => {
    if (!floor) return
    // A longer tape begins at the present again, which the one before it may have left.
    if (tape.current) wind(Number.POSITIVE_INFINITY)
    reading.current?.abort()
    reading.current = new AbortController()
    const { signal } = reading.current
    hold(true)
    const toMs = Date.now()
    const fromMs = toMs - hours * HOUR_MS
    const made = new ReplayTape(floor.model.indexOf)
    set({ ...OFF, isOn: true, isLoading: true, hours, fromMs, toMs, atMs: toMs })
    try {
      const from = new Date(fromMs).toISOString()
      for (let to: string | null = new Date(toMs).toISOString(); to !== null; ) {
        const page: BinHistory = await fetchJson(changesPath(site, from, to), binHistorySchema, signal)
        made.add(page)
        set({ changes: made.changes })
        to = page.nextTo
      }
      tape.current = made
      set({ isLoading: false })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof FetchProblem || error instanceof TypeError)) throw error
      set({ isLoading: false, error: error.message })
    }
  }
  const seek = (atMs: number) => {
    wind(atMs)
    set({ atMs, isPlaying: false })
  }
  const play = (isPlaying: boolean) =>
    set({ isPlaying, atMs: isPlaying && replay.atMs >= replay.toMs ? replay.fromMs : replay.atMs })
  usePlaying(replay, wind, set)
  useEffect(() => () => reading.current?.abort(), [])
  return { replay, start, stop, seek, play, setSpeed: (speed: Replay['speed']) => set({ speed }) }
}

function usePlaying(
  replay: Replay,
  wind: (atMs: number) => void,
  set: (change: Partial<Replay>) => void,
): void {
  const latest = useRef({ replay, wind, set })
  useEffect(() => {
    latest.current = { replay, wind, set }
  })
  useEffect(() => {
    if (!replay.isPlaying) return
    let { atMs } = latest.current.replay
    let lastMs = performance.now()
    let saidMs = 0
    let frame = requestAnimationFrame(function turn(nowMs) {
      const { replay: now } = latest.current
      atMs = Math.min(now.toMs, atMs + Math.max(0, nowMs - lastMs) * now.speed)
      lastMs = nowMs
      latest.current.wind(atMs)
      const isOver = atMs >= now.toMs
      if (isOver || nowMs - saidMs > LABEL_MS) {
        saidMs = nowMs
        latest.current.set({ atMs, isPlaying: !isOver })
      }
      if (!isOver) frame = requestAnimationFrame(turn)
    })
    return () => cancelAnimationFrame(frame)
  }, [replay.isPlaying])
}
