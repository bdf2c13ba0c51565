'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLocale } from '@/components/ui/locale'
import { binWords, todayAsDay } from './bin-words'
import type { FloorView } from './canvas/floor-view'
import { centreOf } from './floor-model'
import { isCursorKey, nearestBin, stepCursor } from './step-cursor'
import type { Floor } from './use-floor'

const PAN_PX = 90
const ZOOM_STEP = 1.35
const PANS: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -PAN_PX],
  ArrowDown: [0, PAN_PX],
  ArrowLeft: [-PAN_PX, 0],
  ArrowRight: [PAN_PX, 0],
}

/** The bin that the keys are at, and what is said of it. */
export function useBinCursor(view: FloorView | null, floor: Floor, onOpen: (bin: number) => void) {
  const { locale } = useLocale()
  const cursor = useRef<number | null>(null)
  const [words, setWords] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hall has other bins
  useEffect(() => {
    cursor.current = null
  }, [floor.model])
  const put = (bin: number | null) => {
    cursor.current = bin
    view?.show({ cursor: bin })
    if (bin === null) return setWords('')
    view?.reveal(centreOf(floor.model, bin))
    const zone = floor.model.map.zones[floor.model.zoneOf[bin] ?? 0]?.name ?? ''
    setWords(
      [floor.model.codes[bin], zone, ...binWords(floor, bin, todayAsDay(Date.now()), locale)].join(', '),
    )
  }
  const middle = (): number | null => {
    if (!view) return null
    const { left, top, scale } = view.view
    return nearestBin(floor.model, {
      x: left + view.size.width / scale / 2,
      y: top + view.size.height / scale / 2,
    })
  }
  const act = (event: KeyboardEvent): boolean => {
    if (!view || event.ctrlKey || event.metaKey || event.altKey) return false
    const { key, shiftKey } = event
    const pan = PANS[key]
    if (pan && shiftKey) view.panBy(...pan)
    else if (isCursorKey(key))
      put(cursor.current === null ? middle() : stepCursor(floor.model, cursor.current, key))
    else if (key === 'Enter' && cursor.current !== null) onOpen(cursor.current)
    else if (key === 'Escape' && cursor.current !== null) put(null)
    else if (key === '+' || key === '=') view.zoomBy(ZOOM_STEP)
    else if (key === '-') view.zoomBy(1 / ZOOM_STEP)
    else if (key === '0') view.fit()
    else return false
    return true
  }
  return {
    words,
    onKeyDown: (event: KeyboardEvent) => {
      if (act(event)) event.preventDefault()
    },
    onBlur: () => view?.show({ cursor: null }),
  }
}
