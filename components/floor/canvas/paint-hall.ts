import type { FloorColumns } from '@/lib/floor/map-schema'
import { eachSpotIn } from '../spot-grid'
import { type Plane, paintSpot, type Scene } from './paint-spots'

/** How wide a walk is drawn where it is blocked. */
const WALK_METRES = 1.6
const LEAST_ARROWS = 9
const ARROWS_EVERY_METRES = 6

/** Draws a piece of the hall: floor, zones, walks, what is blocked, and the spots on it. */
export function paintHall(scene: Scene, plane: Plane, width: number, height: number): void {
  const { model, look } = scene
  const { context, originX, originY, scale } = plane
  context.fillStyle = look.ground
  context.fillRect(0, 0, width, height)
  context.save()
  context.setTransform(scale, 0, 0, scale, -originX, -originY)
  context.fillStyle = look.hall
  context.fillRect(0, 0, model.widthMetres, model.depthMetres)
  paintZones(scene, context)
  paintWalks(scene, context, scale)
  paintBlocks(scene, context)
  context.lineWidth = Math.max(1, scene.dpr) / scale
  context.strokeStyle = look.edge
  context.strokeRect(0, 0, model.widthMetres, model.depthMetres)
  context.restore()
  const box = {
    left: originX / scale,
    top: originY / scale,
    right: (originX + width) / scale,
    bottom: (originY + height) / scale,
  }
  eachSpotIn(model.grid, box, (spot) => paintSpot(scene, plane, spot))
}

export type Band = { zone: number; left: number; right: number }

/** Where each zone's aisles stand, half a pitch beyond the outer ones. */
export function bandsOf({ aisles, zones }: FloorColumns, widthMetres: number): Band[] {
  const bands: Band[] = []
  for (const [at, aisle] of aisles.entries()) {
    const zone = zones.findIndex(({ code }) => code === aisle.zone)
    const before = aisles[at - 1]
    const last = bands.at(-1)
    const edge = before ? (before.xMetres + aisle.xMetres) / 2 : 0
    if (last?.zone === zone) continue
    if (last) last.right = edge
    bands.push({ zone, left: edge, right: widthMetres })
  }
  return bands
}

function paintZones({ model, look }: Scene, context: CanvasRenderingContext2D): void {
  for (const { zone, left, right } of bandsOf(model.map, model.widthMetres)) {
    context.globalAlpha = 0.07
    context.fillStyle = look.zones[zone] ?? look.lane
    context.fillRect(left, 0, right - left, model.depthMetres)
    context.globalAlpha = 1
  }
}

function paintWalks({ model, look, dpr }: Scene, context: CanvasRenderingContext2D, scale: number): void {
  const { crossYMetres, aisles } = model.map
  const rows = crossYMetres.map((y) => model.depthMetres - y)
  const [bottom = model.depthMetres] = rows
  const top = rows.at(-1) ?? 0
  context.strokeStyle = look.line
  context.lineWidth = (1.25 * dpr) / scale
  context.beginPath()
  for (const y of rows) {
    context.moveTo(aisles[0]?.xMetres ?? 0, y)
    context.lineTo(aisles.at(-1)?.xMetres ?? 0, y)
  }
  for (const { xMetres } of aisles) {
    context.moveTo(xMetres, bottom)
    context.lineTo(xMetres, top)
  }
  context.stroke()
  if (scale / dpr < LEAST_ARROWS) return
  context.fillStyle = look.edge
  for (const { xMetres, direction } of aisles)
    if (direction !== 'both')
      for (let y = top + ARROWS_EVERY_METRES / 2; y < bottom - 1; y += ARROWS_EVERY_METRES)
        paintArrow(context, xMetres, y, direction === 'up' ? -1 : 1)
}

function paintArrow(context: CanvasRenderingContext2D, x: number, y: number, way: number): void {
  context.beginPath()
  context.moveTo(x, y + way * 0.55)
  context.lineTo(x - 0.4, y - way * 0.25)
  context.lineTo(x + 0.4, y - way * 0.25)
  context.fill()
}

/** Where a blocked stretch lies in the drawing. */
export function blockBox(
  { aisles, crossYMetres, depthMetres }: FloorColumns,
  block: FloorColumns['blocks'][number],
): { left: number; top: number; width: number; height: number } | null {
  const at = aisles.findIndex(({ code }) => code === block.aisle)
  const aisle = aisles[at]
  if (!aisle) return null
  if (block.crossRow !== null) {
    const y = crossYMetres[block.crossRow]
    const next = aisles[at + 1]
    if (y === undefined || !next) return null
    const width = next.xMetres - aisle.xMetres
    return { left: aisle.xMetres, top: depthMetres - y - WALK_METRES / 2, width, height: WALK_METRES }
  }
  const from = block.fromYMetres ?? crossYMetres[0] ?? 0
  const to = block.toYMetres ?? crossYMetres.at(-1) ?? depthMetres
  return {
    left: aisle.xMetres - WALK_METRES / 2,
    top: depthMetres - to,
    width: WALK_METRES,
    height: to - from,
  }
}

function paintBlocks({ model, look }: Scene, context: CanvasRenderingContext2D): void {
  for (const block of model.map.blocks) {
    const box = blockBox(model.map, block)
    if (!box) continue
    context.save()
    context.beginPath()
    context.rect(box.left, box.top, box.width, box.height)
    context.globalAlpha = 0.22
    context.fillStyle = look.late
    context.fill()
    context.clip()
    context.globalAlpha = 0.9
    context.strokeStyle = look.late
    context.lineWidth = 0.16
    context.beginPath()
    for (let y = box.top - box.width; y < box.top + box.height; y += 0.8) {
      context.moveTo(box.left, y + box.width)
      context.lineTo(box.left + box.width, y)
    }
    context.stroke()
    context.restore()
  }
}
