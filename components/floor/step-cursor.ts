import { binsOfSpot, centreOf, type FloorModel } from './floor-model'

/** Keys that lead from bin to bin: arrows over the floor, Page up and down over the levels. */
export const CURSOR_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'] as const
export type CursorKey = (typeof CURSOR_KEYS)[number]
export const isCursorKey = (key: string): key is CursorKey => (CURSOR_KEYS as readonly string[]).includes(key)

const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] } as const

/** The bin that a key leads to; the same one at the edge. */
export function stepCursor(model: FloorModel, bin: number, key: CursorKey): number {
  const here = binsOfSpot(model, model.spotOf[bin] ?? 0)
  const level = here.indexOf(bin)
  if (key === 'PageUp' || key === 'PageDown') return here[level + (key === 'PageUp' ? 1 : -1)] ?? bin
  const spot = nextSpot(model, bin, WAYS[key])
  if (spot === null) return bin
  const there = binsOfSpot(model, spot)
  return there[Math.min(level, there.length - 1)] ?? bin
}

function nextSpot(model: FloorModel, bin: number, [wayX, wayY]: readonly [number, number]): number | null {
  const from = centreOf(model, bin)
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (let spot = 0; spot < model.spots.count; spot++) {
    const at = spot * 4
    const dx = (model.spots.boxes[at] ?? 0) + (model.spots.boxes[at + 2] ?? 0) / 2 - from.x
    const dy = (model.spots.boxes[at + 1] ?? 0) + (model.spots.boxes[at + 3] ?? 0) / 2 - from.y
    const along = dx * wayX + dy * wayY
    if (along < 0.05) continue
    // Straight ahead before slanting.
    const far = along + 6 * Math.abs(dx * wayY + dy * wayX)
    if (far >= least) continue
    least = far
    best = spot
  }
  return best
}

/** The bin nearest to a place of the drawing. */
export function nearestBin(model: FloorModel, { x, y }: { x: number; y: number }): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (let spot = 0; spot < model.spots.count; spot++) {
    const at = spot * 4
    const away = Math.hypot((model.spots.boxes[at] ?? 0) - x, (model.spots.boxes[at + 1] ?? 0) - y)
    if (away >= least) continue
    least = away
    best = model.spots.bins[model.spots.first[spot] ?? 0] ?? null
  }
  return best
}
