import type { LaneState } from '@/lib/conveyor/schema'
import type { Drawing, DrawnLane, Point } from '../lay-out-sorter'
import type { BeltLook } from './belt-look'

const BELT_PX = 30
const LANE_PX = 22
/** Close enough together that a curve looks round. */
const STEP_PX = 4
const CHEVRON_METRES = 2.5
const SCANNER_PX = 23
const FLASH_MS = 260

/** What never moves: the belt, its lanes, the names of its scanners. */
export function paintBelt(context: CanvasRenderingContext2D, drawing: Drawing, look: BeltLook): void {
  const belt = beltPath(drawing)
  const lanes = drawing.lanes.map(lanePath)
  context.lineJoin = 'round'
  for (const [grow, colour] of [
    [2, look.edge],
    [0, look.inset],
  ] as const) {
    context.strokeStyle = colour
    context.lineCap = 'butt'
    context.lineWidth = LANE_PX + grow
    for (const lane of lanes) context.stroke(lane)
    context.lineCap = drawing.sorter.loop ? 'butt' : 'square'
    context.lineWidth = BELT_PX + grow
    context.stroke(belt)
  }
  // Again without edges, so that lanes open into the belt.
  context.lineCap = 'butt'
  context.strokeStyle = look.inset
  context.lineWidth = LANE_PX
  for (const lane of lanes) context.stroke(lane)
  context.fillStyle = look.inkSoft
  context.font = '600 11px "Inter Variable", sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { id, at, side } of drawing.scanners) {
    const away = side * (SCANNER_PX + 9)
    if (drawing.isTall) context.fillText(id, at.x + away, at.y)
    else context.fillText(id, at.x, at.y + away)
  }
}

/** Marks that run with the belt. */
export function paintChevrons(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  look: BeltLook,
  nowMs: number,
): void {
  const { sorter, at } = drawing
  const run = ((nowMs / 1_000) * sorter.speedMetresPerSecond) % CHEVRON_METRES
  context.strokeStyle = look.line
  context.lineWidth = 1.5
  context.lineCap = 'round'
  context.beginPath()
  for (let metres = run; metres < sorter.lengthMetres - 0.2; metres += CHEVRON_METRES) {
    const [tail, head] = [at(metres), at(metres + 0.2)]
    const length = Math.hypot(head.x - tail.x, head.y - tail.y) || 1
    const [x, y] = [(head.x - tail.x) / length, (head.y - tail.y) / length]
    context.moveTo(tail.x - 3 * x - 5 * y, tail.y - 3 * y + 5 * x)
    context.lineTo(tail.x + 2 * x, tail.y + 2 * y)
    context.lineTo(tail.x - 3 * x + 5 * y, tail.y - 3 * y - 5 * x)
  }
  context.stroke()
}

/** A bar across the belt, that lights up with each box. */
export function paintScanners(
  context: CanvasRenderingContext2D,
  { scanners, isTall }: Drawing,
  look: BeltLook,
  sinceScanMs: (scanner: string) => number,
): void {
  for (const { id, at } of scanners) {
    const since = sinceScanMs(id)
    const isLit = since >= 0 && since < FLASH_MS
    context.fillStyle = isLit ? look.running : look.inkSoft
    const width = isLit ? 5 : 3
    if (isTall) context.fillRect(at.x - SCANNER_PX, at.y - width / 2, SCANNER_PX * 2, width)
    else context.fillRect(at.x - width / 2, at.y - SCANNER_PX, width, SCANNER_PX * 2)
  }
}

/** A gate before a lane that takes nothing: full when its boxes stand up to the belt, closed when a person said so. */
export function paintGate(
  context: CanvasRenderingContext2D,
  lane: DrawnLane,
  state: LaneState,
  isTall: boolean,
  look: BeltLook,
): void {
  if (state === 'open') return
  const at = along(lane, BELT_PX / 2 + 5)
  context.fillStyle = state === 'full' ? look.late : look.ink
  const half = LANE_PX / 2 + 3
  if (isTall) context.fillRect(at.x - 2.5, at.y - half, 5, 2 * half)
  else context.fillRect(at.x - half, at.y - 2.5, 2 * half, 5)
}

/** Where a box is that has gone a share of its way down a lane. */
export const pointInLane = ({ from, to }: DrawnLane, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

function along(lane: DrawnLane, px: number): Point {
  const length = Math.hypot(lane.to.x - lane.from.x, lane.to.y - lane.from.y) || 1
  return pointInLane(lane, px / length)
}

function lanePath({ from, to }: DrawnLane): Path2D {
  const path = new Path2D()
  path.moveTo(from.x, from.y)
  path.lineTo(to.x, to.y)
  return path
}

function beltPath({ sorter, at, scale }: Drawing): Path2D {
  const path = new Path2D()
  const steps = Math.ceil((sorter.lengthMetres * scale) / STEP_PX)
  for (let step = 0; step < steps + (sorter.loop ? 0 : 1); step++) {
    const { x, y } = at((step / steps) * sorter.lengthMetres)
    path.lineTo(x, y)
  }
  if (sorter.loop) path.closePath()
  return path
}
