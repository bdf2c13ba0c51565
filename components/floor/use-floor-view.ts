'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useMedia } from '@/components/ui/use-media'
import { todayAsDay } from './bin-words'
import { FloorView } from './canvas/floor-view'
import type { Look } from './canvas/look'
import type { Insets } from './canvas/viewport'
import { type Colour, makeShading, markHits, type Shading, shadeAll, shadeSome } from './shading'
import type { Floor } from './use-floor'

const DRAWN = 'bins-drawn'

type Shown = {
  floor: Floor
  look: Look
  colour: Colour
  /** The bins that were searched for; null while nothing is. */
  hits: readonly number[] | null
  insets: Insets
}

/** The view on a canvas, kept in step with what is shown and with the size of its box. */
export function useFloorView(
  canvas: RefObject<HTMLCanvasElement | null>,
  { floor, look, colour, hits, insets }: Shown,
): { view: FloorView | null; shading: RefObject<Shading | null> } {
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const [view, setView] = useState<FloorView | null>(null)
  const shading = useRef<Shading | null>(null)
  const sceneOf = useRef(() => makeScene(floor, look, colour, hits))
  sceneOf.current = () => makeScene(floor, look, colour, hits)

  const latestInsets = useRef(insets)
  useEffect(() => {
    latestInsets.current = insets
  })
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const scene = sceneOf.current()
    shading.current = scene.shading
    const made = new FloorView(element, floor.model, scene, isStill)
    made.inset(latestInsets.current)
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0 && height > 0) made.resize({ width, height }, window.devicePixelRatio || 1)
    }
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    measure()
    setView(made)
    return () => {
      sizes.disconnect()
      made.close()
      setView(null)
    }
  }, [canvas, floor.model, isStill])
  useEffect(() => view?.inset(insets), [view, insets])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is made of exactly these
  useEffect(() => {
    if (!view || view.model !== floor.model) return
    const scene = sceneOf.current()
    shading.current = scene.shading
    view.restage(scene)
    view.show({ hits: hits ?? [] })
    if (floor.levels.version > 0) markDrawn()
    const today = todayAsDay(Date.now())
    return floor.levels.watch((bins) => {
      const about = { ...floor, today }
      if (bins) return view.touch(shadeSome(about, scene.shading, bins), bins)
      shadeAll(about, scene.shading)
      view.restage(scene)
      markDrawn()
    })
  }, [view, floor, look, colour, hits])
  return { view, shading }
}

/** The moment that a measurement waits for: what lies in the bins is on its way to the screen. */
function markDrawn(): void {
  if (performance.getEntriesByName(DRAWN).length > 0) return
  requestAnimationFrame(() => performance.mark(DRAWN))
}

function makeScene(floor: Floor, look: Look, colour: Colour, hits: readonly number[] | null) {
  const about = { ...floor, today: todayAsDay(Date.now()) }
  const shading = makeShading(about, colour)
  shadeAll(about, shading)
  markHits(floor.model, shading, hits)
  return { model: floor.model, shading, look, hatch: makeHatch(look), dpr: 1 }
}

const HATCH_PX = 6

/** What is closed: lines across, that stay readable over every colour. */
function makeHatch({ inkSoft, surface }: Look): CanvasPattern | null {
  const canvas = document.createElement('canvas')
  canvas.width = HATCH_PX
  canvas.height = HATCH_PX
  const context = canvas.getContext('2d')
  if (!context) return null
  for (const [colour, shift] of [
    [surface, 1],
    [inkSoft, 0],
  ] as const) {
    context.strokeStyle = colour
    context.lineWidth = 1.4
    context.beginPath()
    for (const from of [-HATCH_PX, 0, HATCH_PX]) {
      context.moveTo(from + shift, HATCH_PX)
      context.lineTo(from + HATCH_PX + shift, 0)
    }
    context.stroke()
  }
  return context.createPattern(canvas, 'repeat')
}
