'use client'
import { useEffect, useRef } from 'react'
import type { Floor } from './use-floor'

/** Calls back when what lies in a bin has changed. */
export function useTouched({ model, levels }: Floor, code: string, onTouched: () => void): void {
  const latest = useRef(onTouched)
  useEffect(() => {
    latest.current = onTouched
  })
  useEffect(() => {
    const bin = model.indexOf.get(code)
    if (bin === undefined) return
    return levels.watch((bins) => {
      if (bins === null || bins.includes(bin)) latest.current()
    })
  }, [model, levels, code])
}
