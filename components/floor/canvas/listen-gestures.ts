import type { FloorView } from './floor-view'

const WHEEL_STEP = 0.0016
/** A press that moves less is a press. */
const STILL_PX = 5

type Point = { x: number; y: number }
type Gestures = { onPress: (bin: number | null) => void; onPoint: (bin: number | null, at: Point) => void }

/** Drag, pinch, wheel and press on the canvas; the answer stops listening. */
export function listenGestures(
  canvas: HTMLCanvasElement,
  view: FloorView,
  { onPress, onPoint }: Gestures,
): () => void {
  const fingers = new Map<number, Point>()
  let moved = 0
  const at = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    canvas.setPointerCapture(event.pointerId)
    if (fingers.size === 0) moved = 0
    fingers.set(event.pointerId, at(event))
    onPoint(null, at(event))
  }
  const move = (event: PointerEvent) => {
    const last = fingers.get(event.pointerId)
    const now = at(event)
    if (!last) {
      if (event.pointerType === 'mouse') onPoint(view.binAt(now), now)
      return
    }
    fingers.set(event.pointerId, now)
    moved += Math.hypot(now.x - last.x, now.y - last.y)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) pinch(last, now, other)
    else if (moved > STILL_PX) view.panBy(last.x - now.x, last.y - now.y)
  }
  const pinch = (last: Point, now: Point, other: Point) => {
    const apart = (one: Point) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y))
    view.panBy((last.x - now.x) / 2, (last.y - now.y) / 2)
    view.zoomBy(apart(now) / apart(last), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
  }
  const up = (event: PointerEvent) => {
    const wasAlone = fingers.size === 1
    if (fingers.delete(event.pointerId) && wasAlone && moved <= STILL_PX) onPress(view.binAt(at(event)))
  }
  const cancel = (event: PointerEvent) => void fingers.delete(event.pointerId)
  const leave = (event: PointerEvent) => onPoint(null, at(event))
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1
    // A pinch on a trackpad comes as a wheel with small steps.
    const step = event.deltaY * lines * (event.ctrlKey ? 6 : 1)
    view.zoomBy(Math.exp(-Math.max(-400, Math.min(400, step)) * WHEEL_STEP), at(event))
  }
  const listening = new AbortController()
  const { signal } = listening
  canvas.addEventListener('pointerdown', down, { signal })
  canvas.addEventListener('pointermove', move, { signal })
  canvas.addEventListener('pointerup', up, { signal })
  canvas.addEventListener('pointercancel', cancel, { signal })
  canvas.addEventListener('pointerleave', leave, { signal })
  canvas.addEventListener('wheel', wheel, { signal, passive: false })
  return () => listening.abort()
}
