import { binsOfSpot, type FloorModel } from '../floor-model'
import { eachSpotIn } from '../spot-grid'
import type { View } from './viewport'

/** A finger is no needle: a few pixels beside a bin are the bin. */
const NEAR_PX = 5

/** The bin drawn at a point of the canvas, the nearest within a few pixels. */
export function binAt(model: FloorModel, view: View, point: { x: number; y: number }): number | null {
  const x = view.left + point.x / view.scale
  const y = view.top + point.y / view.scale
  const near = NEAR_PX / view.scale
  let least = near
  let found: number | null = null
  const box = { left: x - near, top: y - near, right: x + near, bottom: y + near }
  eachSpotIn(model.grid, box, (spot) => {
    for (const bin of binsOfSpot(model, spot)) {
      const [left = 0, top = 0, w = 0, h = 0] = model.cells.subarray(bin * 4, bin * 4 + 4)
      const away = Math.max(left - x, x - left - w, 0) + Math.max(top - y, y - top - h, 0)
      if (away > least || (away === least && found !== null)) continue
      least = away
      found = bin
    }
  })
  return found
}
