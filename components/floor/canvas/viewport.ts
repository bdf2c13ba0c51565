/** What is in sight: metres of the drawing at the canvas's corner, and CSS pixels a metre. */
export type View = { left: number; top: number; scale: number }
export type Size = { width: number; height: number }
export type Hall = { widthMetres: number; depthMetres: number }
/** CSS pixels that stand before the map: labels, the search, controls. */
export type Insets = { top: number; right: number; bottom: number; left: number }

/** A slice of a shelf is then as wide as a word. */
export const MOST_SCALE = 220

/** The whole hall, in the middle of what is free. */
export function fitView(hall: Hall, size: Size, insets: Insets): View {
  const width = Math.max(40, size.width - insets.left - insets.right)
  const height = Math.max(40, size.height - insets.top - insets.bottom)
  const scale = Math.min(MOST_SCALE, width / hall.widthMetres, height / hall.depthMetres)
  return {
    scale,
    left: hall.widthMetres / 2 - (insets.left + width / 2) / scale,
    top: hall.depthMetres / 2 - (insets.top + height / 2) / scale,
  }
}

/** A hall lies across; on a screen that stands it begins nearer, with a part of it, rather than as a strip. */
const MOST_NEARER = 2.4

/** What is in sight at first: everything, or on a phone the middle of it in a size that can be read. */
export function openingView(hall: Hall, size: Size, insets: Insets): View {
  const whole = fitView(hall, size, insets)
  const free = Math.max(40, size.height - insets.top - insets.bottom)
  const nearer = Math.min(MOST_NEARER, free / (hall.depthMetres * whole.scale))
  if (size.height < size.width || nearer <= 1) return whole
  const middle = { x: size.width / 2, y: insets.top + free / 2 }
  return zoomAt(whole, nearer, middle, 0)
}

/** Nearer or farther, with the metre under a point of the canvas staying under it. */
export function zoomAt(view: View, factor: number, at: { x: number; y: number }, leastScale: number): View {
  const scale = Math.min(MOST_SCALE, Math.max(leastScale, view.scale * factor))
  return {
    scale,
    left: view.left + at.x / view.scale - at.x / scale,
    top: view.top + at.y / view.scale - at.y / scale,
  }
}

/** Moved so that some of the hall stays in sight. */
export function held(view: View, hall: Hall, size: Size): View {
  const within = (value: number, length: number, shown: number) =>
    Math.min(length - shown * 0.2, Math.max(-shown * 0.8, value))
  return {
    scale: view.scale,
    left: within(view.left, hall.widthMetres, size.width / view.scale),
    top: within(view.top, hall.depthMetres, size.height / view.scale),
  }
}

/** The view around a place at a scale. */
export const viewAround = (place: { x: number; y: number }, scale: number, size: Size): View => ({
  scale,
  left: place.x - size.width / scale / 2,
  top: place.y - size.height / scale / 2,
})

/** Between two views: the scale grows evenly by its factor, the middle moves with it. */
export function between(from: View, to: View, share: number, size: Size): View {
  const scale = from.scale * (to.scale / from.scale) ** share
  // Where both scales are the same the middle moves evenly; else as far as the zoom has come.
  const done =
    Math.abs(to.scale / from.scale - 1) < 0.01
      ? share
      : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale)
  const middle = (view: View) => ({
    x: view.left + size.width / view.scale / 2,
    y: view.top + size.height / view.scale / 2,
  })
  const [a, b] = [middle(from), middle(to)]
  return viewAround({ x: a.x + (b.x - a.x) * done, y: a.y + (b.y - a.y) * done }, scale, size)
}
