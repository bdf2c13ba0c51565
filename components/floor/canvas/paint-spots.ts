import type { FloorModel } from '../floor-model'
import type { Shading } from '../shading'
import type { Look } from './look'
import { lightnessOf } from './oklab'

export type Scene = {
  model: FloorModel
  shading: Shading
  look: Look
  hatch: CanvasPattern | null
  dpr: number
}
/** Where a piece of canvas lies: its corner in device pixels of the hall drawn at `scale` device pixels a metre. */
export type Plane = { context: CanvasRenderingContext2D; originX: number; originY: number; scale: number }

/** So many device pixels a slice must be wide to be seen by itself. */
const LEAST_SLICE = 4
/** So high a spot must be to stand apart from its neighbours. */
const LEAST_APART = 6
const LEAST_WORDS_WIDTH = 13
const LEAST_WORDS_HEIGHT = 64

/** Draws bins of a spot: a slice for each level where there is room, one colour for all where there is not. */
export function paintSpot(scene: Scene, plane: Plane, spot: number): void {
  const { model, shading, look } = scene
  const { context, originX, originY, scale } = plane
  const { boxes, first } = model.spots
  const left = boxes[spot * 4] ?? 0
  const top = boxes[spot * 4 + 1] ?? 0
  const width = boxes[spot * 4 + 2] ?? 0
  const x0 = Math.round(left * scale) - originX
  const y0 = Math.round(top * scale) - originY
  const x1 = Math.max(x0 + 1, Math.round((left + width) * scale) - originX)
  const y1 = Math.max(y0 + 1, Math.round((top + (boxes[spot * 4 + 3] ?? 0)) * scale) - originY)
  const gap = y1 - y0 >= LEAST_APART ? 1 : 0
  const levels = (first[spot + 1] ?? 0) - (first[spot] ?? 0)
  if (levels > 1 && (x1 - x0) / levels >= LEAST_SLICE) {
    if (gap > 0) fill(context, look.hall, x0, y0, x1 - x0, y1 - y0)
    paintSlices(scene, plane, spot, y0, y1 - gap)
    return
  }
  if (gap > 0) fill(context, look.hall, x0, y1 - gap, x1 - x0, gap)
  const palette = shading.spotHits && !shading.spotHits[spot] ? look.dims : look.shades
  fill(context, palette[shading.spots[spot] ?? 0] ?? look.bare, x0, y0, x1 - x0, y1 - y0 - gap)
  if (model.spots.isClosed[spot] && scene.hatch) fill(context, scene.hatch, x0, y0, x1 - x0, y1 - y0 - gap)
}

function paintSlices(scene: Scene, plane: Plane, spot: number, y0: number, y1: number): void {
  const { model, shading, look } = scene
  const { context, originX, scale } = plane
  const { first, bins } = model.spots
  const end = first[spot + 1] ?? 0
  for (let at = first[spot] ?? 0; at < end; at++) {
    const bin = bins[at] ?? 0
    const left = model.cells[bin * 4] ?? 0
    const x0 = Math.round(left * scale) - originX
    const x1 = Math.round((left + (model.cells[bin * 4 + 2] ?? 0)) * scale) - originX
    const apart = x1 - x0 >= LEAST_APART ? 1 : 0
    const palette = shading.hits && !shading.hits[bin] ? look.dims : look.shades
    fill(context, palette[shading.bins[bin] ?? 0] ?? look.bare, x0, y0, x1 - x0 - apart, y1 - y0)
    if (model.isClosed[bin] && scene.hatch) fill(context, scene.hatch, x0, y0, x1 - x0 - apart, y1 - y0)
    if (x1 - x0 >= LEAST_WORDS_WIDTH * scene.dpr && y1 - y0 >= LEAST_WORDS_HEIGHT * scene.dpr)
      paintCode(scene, context, bin, { x0, x1, y0, y1 })
  }
}

type Box = { x0: number; x1: number; y0: number; y1: number }

/** What the label at the bin says, along the shelf. */
function paintCode(
  { model, shading, look, dpr }: Scene,
  context: CanvasRenderingContext2D,
  bin: number,
  box: Box,
): void {
  const code = model.codes[bin] ?? ''
  context.save()
  context.translate((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
  context.rotate(-Math.PI / 2)
  context.font = `500 ${Math.min(12, (box.x1 - box.x0) / dpr - 3) * dpr}px "JetBrains Mono Variable", monospace`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const isDim = shading.hits !== null && !shading.hits[bin]
  context.fillStyle = isDim ? look.inkSoft : inkOn(look.shades[shading.bins[bin] ?? 0] ?? look.bare, look)
  context.fillText(code.slice(code.indexOf('-') + 1), 0, 0)
  context.restore()
}

/** Of ink and ground, what reads on a colour. */
function inkOn(colour: string, look: Look): string {
  const far = (other: string) => Math.abs(lightnessOf(other) - lightnessOf(colour))
  return far(look.ink) > far(look.surface) ? look.ink : look.surface
}

function fill(
  context: CanvasRenderingContext2D,
  style: string | CanvasPattern,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  // Asking for the style would make text of it; setting the same one again is nearly nothing.
  context.fillStyle = style
  context.fillRect(x, y, width, height)
}
