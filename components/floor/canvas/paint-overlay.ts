import type { Route } from '../live-route'
import { bandsOf, blockBox } from './paint-hall'
import type { Scene } from './paint-spots'
import type { Size, View } from './viewport'

const FONT = '"Inter Variable", system-ui, sans-serif'
const PULSE_MS = 1_100
const LABEL_PX = 30
const STATION_WORDS = { depot: 'Depot', pack: 'Pack', dock: 'Dock' } as const

export type Overlay = {
  pulses: Map<number, number>
  cursor: number | null
  chosen: number | null
  hits: readonly number[]
  routes: readonly Route[]
  nowMs: number
  isStill: boolean
}
type Pen = { context: CanvasRenderingContext2D; scene: Scene; view: View; size: Size }

/** What lies over the map and keeps its size: names, hits, pulses, walks, the bin that is chosen. */
export function paintOverlay(pen: Pen, overlay: Overlay): void {
  paintBlockMarks(pen)
  paintPulses(pen, overlay)
  paintHits(pen, overlay)
  for (const route of overlay.routes) paintRoute(pen, route, overlay)
  paintStations(pen)
  paintZoneNames(pen)
  paintAisleNames(pen)
  for (const route of overlay.routes) paintPicker(pen, route)
  if (overlay.chosen !== null) paintRing(pen, overlay.chosen, pen.scene.look.focus, 3)
  if (overlay.cursor !== null) paintRing(pen, overlay.cursor, pen.scene.look.ink, 2)
}

const atX = ({ view }: Pen, x: number): number => (x - view.left) * view.scale
const atY = ({ view }: Pen, y: number): number => (y - view.top) * view.scale

/** Where a bin is drawn: its slice where slices are apart, else its spot. */
function boxOf({ scene: { model, dpr }, view }: Pen, bin: number): readonly [number, number, number, number] {
  const isSlice = (model.cells[bin * 4 + 2] ?? 0) * view.scale * dpr >= 4
  const at = (isSlice ? bin : (model.spotOf[bin] ?? 0)) * 4
  const [x = 0, y = 0, w = 0, h = 0] = (isSlice ? model.cells : model.spots.boxes).subarray(at, at + 4)
  return [(x - view.left) * view.scale, (y - view.top) * view.scale, w * view.scale, h * view.scale]
}

function paintRing(pen: Pen, bin: number, colour: string, width: number): void {
  const { context, scene } = pen
  const [x, y, w, h] = boxOf(pen, bin)
  const grow = Math.max(2, (14 - Math.min(w, h)) / 2)
  for (const [style, line] of [
    [scene.look.surface, width + 3],
    [colour, width],
  ] as const) {
    context.strokeStyle = style
    context.lineWidth = line
    context.beginPath()
    context.roundRect(x - grow, y - grow, w + 2 * grow, h + 2 * grow, 3)
    context.stroke()
  }
}

function paintPulses(pen: Pen, { pulses, nowMs, isStill }: Overlay): void {
  const { context, scene } = pen
  context.strokeStyle = scene.look.pulse
  for (const [bin, sinceMs] of pulses) {
    const age = (nowMs - sinceMs) / PULSE_MS
    if (age >= 1) {
      pulses.delete(bin)
      continue
    }
    const [x, y, w, h] = boxOf(pen, bin)
    if (x + w < 0 || y + h < 0 || x > pen.size.width || y > pen.size.height) continue
    const grow = isStill ? 2 : 1 + 7 * (1 - (1 - age) ** 2)
    context.globalAlpha = isStill ? 0.9 : 1 - age
    context.lineWidth = 2
    context.strokeRect(x - grow, y - grow, w + 2 * grow, h + 2 * grow)
  }
  context.globalAlpha = 1
}

function paintHits(pen: Pen, { hits }: Overlay): void {
  const { context, scene, size } = pen
  for (const bin of hits) {
    const [x, y, w, h] = boxOf(pen, bin)
    if (x + w < -9 || y + h < -9 || x > size.width + 9 || y > size.height + 9) continue
    const grow = Math.max(1.5, (9 - Math.min(w, h)) / 2)
    context.lineWidth = 5
    context.strokeStyle = scene.look.ink
    context.strokeRect(x - grow, y - grow, w + 2 * grow, h + 2 * grow)
    context.lineWidth = 2.5
    context.strokeStyle = scene.look.tape
    context.strokeRect(x - grow, y - grow, w + 2 * grow, h + 2 * grow)
  }
}

function paintRoute(pen: Pen, { points, isFaint }: Route, { nowMs, isStill }: Overlay): void {
  const { context, scene } = pen
  const [start] = points
  if (!start) return
  const path = new Path2D()
  path.moveTo(atX(pen, start[0]), atY(pen, start[1]))
  for (const [x, y] of points.slice(1)) path.lineTo(atX(pen, x), atY(pen, y))
  context.save()
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.strokeStyle = scene.look.route
  context.lineWidth = 3
  context.globalAlpha = isFaint ? 0.25 : 0.35
  context.stroke(path)
  if (!isFaint) {
    context.globalAlpha = 1
    context.setLineDash([9, 9])
    context.lineDashOffset = isStill ? 0 : -((nowMs / 40) % 18)
    context.stroke(path)
  }
  context.restore()
}

function paintPicker(pen: Pen, { at: [x, y], initials, isFaint }: Route): void {
  const { context, scene } = pen
  const { look } = scene
  context.globalAlpha = isFaint ? 0.5 : 1
  context.beginPath()
  context.arc(atX(pen, x), atY(pen, y), 11, 0, 2 * Math.PI)
  context.fillStyle = look.route
  context.fill()
  context.lineWidth = 2
  context.strokeStyle = look.surface
  context.stroke()
  words(context, initials, atX(pen, x), atY(pen, y) + 0.5, look.surface, `650 10px ${FONT}`)
  context.globalAlpha = 1
}

function paintStations(pen: Pen): void {
  const { context, scene } = pen
  let end = Number.NEGATIVE_INFINITY
  const stations = [...scene.model.map.stations].sort((one, other) => one.xMetres - other.xMetres)
  for (const { code, kind, xMetres, yMetres } of stations) {
    const x = atX(pen, xMetres)
    const y = atY(pen, scene.model.depthMetres - yMetres)
    context.font = `600 11px ${FONT}`
    const text = code.toLowerCase() === kind ? STATION_WORDS[kind] : code
    const half = context.measureText(text).width / 2 + 8
    // Where names would lie over each other a mark says enough.
    if (x - half < end) {
      context.fillStyle = scene.look.ink
      context.fillRect(x - 4, y - 4, 8, 8)
      continue
    }
    tag(pen, text, x, y, scene.look.ink, scene.look.surface)
    end = x + half
  }
}

function paintBlockMarks(pen: Pen): void {
  const { scene, context } = pen
  for (const block of scene.model.map.blocks) {
    const box = blockBox(scene.model.map, block)
    if (!box || Math.max(box.width, box.height) * pen.view.scale < 60) continue
    context.font = `600 11px ${FONT}`
    tag(
      pen,
      'Blocked',
      atX(pen, box.left + box.width / 2),
      atY(pen, box.top + box.height / 2),
      scene.look.surface,
      scene.look.late,
    )
  }
}

function paintAisleNames(pen: Pen): void {
  const { scene, view, size, context } = pen
  const { aisles } = scene.model.map
  const pitch =
    aisles.length > 1 ? ((aisles.at(-1)?.xMetres ?? 0) - (aisles[0]?.xMetres ?? 0)) / (aisles.length - 1) : 1
  const every = Math.max(1, Math.ceil(LABEL_PX / (pitch * view.scale)))
  const wall = atY(pen, 0)
  const y = Math.max(wall - 13, 14)
  const isStuck = wall - 13 < 14
  for (let at = 0; at < aisles.length; at += every) {
    const aisle = aisles[at]
    const x = aisle ? atX(pen, aisle.xMetres) : 0
    if (!aisle || x < -20 || x > size.width + 20) continue
    context.font = `600 11px ${FONT}`
    if (isStuck) tag(pen, aisle.code, x, y, scene.look.ink, scene.look.surface)
    else words(context, aisle.code, x, y, scene.look.inkSoft, context.font)
  }
}

function paintZoneNames(pen: Pen): void {
  const { scene, size, context } = pen
  const { zones } = scene.model.map
  const y = atY(pen, 0) - 33
  if (y < 8) return
  for (const { zone, left, right } of bandsOf(scene.model.map, scene.model.widthMetres)) {
    const from = Math.max(0, atX(pen, left))
    const to = Math.min(size.width, atX(pen, right))
    const name = zones[zone]?.name ?? ''
    context.font = `600 12px ${FONT}`
    if (to - from < context.measureText(name).width + 26) continue
    const x = (from + to) / 2
    const half = context.measureText(name).width / 2
    context.fillStyle = scene.look.zones[zone] ?? scene.look.edge
    context.fillRect(x - half - 15, y - 5, 10, 10)
    words(context, name, x, y, scene.look.ink, context.font)
  }
}

function tag(pen: Pen, text: string, x: number, y: number, ink: string, ground: string): void {
  const { context, scene } = pen
  const width = context.measureText(text).width + 12
  context.fillStyle = ground
  context.strokeStyle = scene.look.edge
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(x - width / 2, y - 10, width, 20, 4)
  context.fill()
  context.stroke()
  words(context, text, x, y + 0.5, ink, context.font)
}

function words(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  ink: string,
  font: string,
): void {
  context.font = font
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = ink
  context.fillText(text, x, y)
}
