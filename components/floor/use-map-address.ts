'use client'
import { useEffect, useRef } from 'react'
import type { FloorView } from './canvas/floor-view'
import { viewAround } from './canvas/viewport'

/** An address that changes with every pixel would be slow, and browsers refuse it. */
const SETTLED_MS = 400

/** Begins where the page's address says the map is, and keeps it told: middle in metres of the drawing, pixels a metre. */
export function useMapAddress(
  view: FloorView | null,
  at: readonly number[] | null,
  onMove: (at: number[]) => void,
): void {
  const latest = useRef({ at, onMove })
  useEffect(() => {
    latest.current = { at, onMove }
  })
  useEffect(() => {
    if (!view) return
    const [x, y, scale] = latest.current.at ?? []
    if (x !== undefined && y !== undefined && scale !== undefined && scale > 0)
      view.moveTo(viewAround({ x, y }, scale, view.size))
    let timer: ReturnType<typeof setTimeout>
    const stop = view.watch(({ left, top, scale: near }) => {
      clearTimeout(timer)
      const middle = [left + view.size.width / near / 2, top + view.size.height / near / 2]
      timer = setTimeout(() => latest.current.onMove([...middle, near].map(toHundredths)), SETTLED_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [view])
}

const toHundredths = (value: number): number => Math.round(value * 100) / 100
