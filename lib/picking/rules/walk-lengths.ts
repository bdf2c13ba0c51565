import type { Grid } from './route-grid'

const FINEST = 1e-3

/**
 * By what the lengths of two walks between the same ends differ at least, if at all: on a lattice every detour is walked
 * forth and back, so twice the lattice's width; 0 when the hall is on no lattice of a thousandth or more.
 */
export function stepOfLengths({ hall, places, rows, columns }: Grid): number {
  const x0 = hall.xs[columns[0] ?? 0] ?? 0
  const y0 = rows[0] ?? 0
  let width = 0
  const offsets = [
    ...columns.map((aisle) => (hall.xs[aisle] ?? 0) - x0),
    ...rows.map((y) => y - y0),
    ...places.y.map((y) => y - y0),
  ]
  for (const offset of offsets) {
    const whole = Math.round(Math.abs(offset) / FINEST)
    if (Math.abs(whole * FINEST - Math.abs(offset)) > 1e-7) return 0
    width = divisor(width, whole)
  }
  return 2 * width * FINEST
}

function divisor(a: number, b: number): number {
  let [large, small] = [a, b]
  while (small > 0) [large, small] = [small, large % small]
  return large
}
