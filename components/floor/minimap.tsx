'use client'
import { type PointerEvent, useEffect, useRef } from 'react'
import type { FloorView } from './canvas/floor-view'
import type { Look } from './canvas/look'
import { paintHall } from './canvas/paint-hall'
import type { LevelStore } from './level-store'
import type { Shading } from './shading'

const WIDTH_PX = 184
const MOST_HEIGHT_PX = 120
/** It is drawn whole, so it follows the changes in large steps. */
const EVERY_MS = 4_000

type Props = {
  view: FloorView
  levels: LevelStore
  look: Look
  readShading: () => Shading | null
  shown: unknown
}

/** The whole hall, small, with a frame around what is in sight; a press or a drag goes there. */
export function Minimap({ view, levels, look, readShading, shown }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const { widthMetres, depthMetres } = view.model
  const scale = Math.min(WIDTH_PX / widthMetres, MOST_HEIGHT_PX / depthMetres)
  const width = Math.round(widthMetres * scale)
  const height = Math.round(depthMetres * scale)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown stands for the shading that is read
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context) return
    const dpr = window.devicePixelRatio || 1
    element.width = Math.round(width * dpr)
    element.height = Math.round(height * dpr)
    const paint = () => {
      const shading = readShading()
      if (!shading) return
      const plane = { context, originX: 0, originY: 0, scale: scale * dpr }
      paintHall({ model: view.model, shading, look, hatch: null, dpr }, plane, element.width, element.height)
    }
    paint()
    const timer = setInterval(() => (document.hidden ? null : paint()), EVERY_MS)
    // All of it is new: the first levels, or those after a lost connection.
    const stop = levels.watch((bins) => (bins === null ? requestAnimationFrame(paint) : null))
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [view, levels, look, readShading, shown, width, height, scale])
  useEffect(() => {
    const place = () => {
      const { style } = frame.current ?? {}
      if (!style) return
      const { left, top, scale: near } = view.view
      style.transform = `translate(${left * scale}px, ${top * scale}px)`
      style.width = `${(view.size.width / near) * scale}px`
      style.height = `${(view.size.height / near) * scale}px`
    }
    place()
    return view.watch(place)
  }, [view, scale])
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    const { scale: near } = view.view
    view.moveTo({
      scale: near,
      left: (event.clientX - box.left) / scale - view.size.width / near / 2,
      top: (event.clientY - box.top) / scale - view.size.height / near / 2,
    })
  }
  return (
    <div
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
      style={{ width, height }}
      className="relative cursor-pointer touch-none overflow-hidden rounded-md border border-edge bg-hall shadow-panel"
    >
      <canvas ref={canvas} className="size-full" />
      <div ref={frame} className="absolute top-0 left-0 rounded-xs border-2 border-focus" />
    </div>
  )
}
