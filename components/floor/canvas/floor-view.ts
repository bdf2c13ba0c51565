import type { FloorModel } from '../floor-model'
import type { Route } from '../live-route'
import { binAt } from './bin-at'
import { type Overlay, paintOverlay } from './paint-overlay'
import type { Scene } from './paint-spots'
import { TileLayer } from './tile-layer'
import {
  between,
  fitView,
  held,
  type Insets,
  openingView,
  type Size,
  type View,
  viewAround,
  zoomAt,
} from './viewport'

/** Of a frame's 16.7 ms, what may go into new squares; the rest is copying, names and the browser's own. */
const PAINT_MS = 5
/** A zoom that has stood still for so long is drawn crisp. */
const SETTLED_MS = 90
const FLIGHT_MS = 420
/** More pulses than these would be noise. */
const MOST_PULSES = 400

type Flight = { from: View; to: View; sinceMs: number }

/** The map on a canvas: draws a frame only when something moves. Owns the view; React owns what is shown. */
export class FloorView {
  view: View = { left: 0, top: 0, scale: 1 }
  size: Size = { width: 0, height: 0 }
  private insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
  private dpr = 1
  private layer: TileLayer | null = null
  private before: TileLayer | null = null
  private flight: Flight | null = null
  private zoomedAtMs = 0
  private frame = 0
  private isFitted = true
  private readonly context: CanvasRenderingContext2D
  private readonly watchers = new Set<(view: View) => void>()
  private readonly overlay: Overlay

  constructor(
    private readonly canvas: HTMLCanvasElement,
    readonly model: FloorModel,
    private scene: Scene,
    isStill: boolean,
  ) {
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser gives no 2D context')
    this.context = context
    this.overlay = { pulses: new Map(), cursor: null, chosen: null, hits: [], routes: [], nowMs: 0, isStill }
  }

  resize(size: Size, dpr: number): void {
    const isFirst = this.size.width === 0
    this.size = size
    this.dpr = dpr
    this.scene = { ...this.scene, dpr }
    this.canvas.width = Math.round(size.width * dpr)
    this.canvas.height = Math.round(size.height * dpr)
    this.layer = null
    this.before = null
    if (isFirst || this.isFitted) this.view = openingView(this.model, size, this.insets)
    // A canvas that was resized is empty until it is drawn: not in the next frame but in this one.
    this.draw(performance.now())
    this.tell()
  }

  /** Something else stands before the map now; who has not moved it still sees all of it. */
  inset(insets: Insets): void {
    this.insets = insets
    if (!this.isFitted || this.size.width === 0) return
    this.fly(openingView(this.model, this.size, insets))
    this.isFitted = true
  }

  /** Other colours or hits: all is drawn anew, a few squares a frame. */
  restage(scene: Scene): void {
    this.scene = { ...scene, dpr: this.dpr }
    this.layer?.restage(this.scene)
    this.before = null
    this.wake()
  }

  /** Spots that look different now, and the bins of them that pulse. */
  touch(spots: Iterable<number>, bins: readonly number[]): void {
    this.layer?.touch(spots)
    const now = performance.now()
    for (const bin of bins) if (this.overlay.pulses.size < MOST_PULSES) this.overlay.pulses.set(bin, now)
    this.wake()
  }

  show(change: {
    cursor?: number | null
    chosen?: number | null
    hits?: readonly number[]
    routes?: readonly Route[]
  }): void {
    Object.assign(this.overlay, change)
    this.wake()
  }

  moveTo(view: View): void {
    this.flight = null
    this.isFitted = false
    this.setView(view)
  }

  panBy(x: number, y: number): void {
    this.moveTo({
      ...this.view,
      left: this.view.left + x / this.view.scale,
      top: this.view.top + y / this.view.scale,
    })
  }

  zoomBy(factor: number, at = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    this.moveTo(zoomAt(this.view, factor, at, this.leastScale()))
  }

  fit(): void {
    this.fly(this.fitted())
    this.isFitted = true
  }

  /** Goes to a place so that a bin can be told from its neighbours; stays as near as it is when that is nearer. */
  flyTo(place: { x: number; y: number }, leastScale = 46): void {
    this.fly(viewAround(place, Math.max(leastScale, this.view.scale), this.size))
  }

  /** Moves no more than is needed for a place to be in sight. */
  reveal({ x, y }: { x: number; y: number }, margin = 80): void {
    const { left, top, scale } = this.view
    const shift = (at: number, length: number) =>
      Math.min(0, at - margin) || Math.max(0, at + margin - length)
    const dx = shift((x - left) * scale, this.size.width)
    const dy = shift((y - top) * scale, this.size.height)
    if (dx !== 0 || dy !== 0) this.panBy(dx, dy)
  }

  binAt(point: { x: number; y: number }): number | null {
    return binAt(this.model, this.view, point)
  }

  readonly watch = (watcher: (view: View) => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  close(): void {
    cancelAnimationFrame(this.frame)
    this.watchers.clear()
  }

  wake(): void {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0
      this.draw(now)
    })
  }

  private fitted = (): View => fitView(this.model, this.size, this.insets)
  private leastScale = (): number => this.fitted().scale * 0.6

  private fly(to: View): void {
    this.isFitted = false
    if (this.overlay.isStill) {
      this.setView(to)
      return
    }
    this.flight = { from: this.view, to, sinceMs: performance.now() }
    this.wake()
  }

  private setView(view: View): void {
    if (view.scale !== this.view.scale) this.zoomedAtMs = performance.now()
    this.view = held(view, this.model, this.size)
    this.tell()
    this.wake()
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher(this.view)
  }

  private draw(now: number): void {
    if (this.size.width === 0) return
    if (this.flight) this.advance(this.flight, now)
    const isWaiting = this.settle(now)
    const { width, height } = this.canvas
    const until = performance.now() + PAINT_MS
    const isMore = this.layer?.prepare(this.view, width, height, () => performance.now() > until) ?? false
    if (this.before && this.layer?.covers(this.view, width, height)) this.before = null
    this.compose(now)
    if (this.flight || isWaiting || isMore || this.isMoving()) this.wake()
  }

  private isMoving = (): boolean =>
    this.overlay.pulses.size > 0 ||
    (this.overlay.routes.some(({ points, isFaint }) => points.length > 0 && !isFaint) &&
      !this.overlay.isStill)

  private advance({ from, to, sinceMs }: Flight, now: number): void {
    const share = Math.min(1, Math.max(0, (now - sinceMs) / FLIGHT_MS))
    this.setView(between(from, to, share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2, this.size))
    if (share === 1) {
      this.flight = null
      this.setView(to)
    }
  }

  /** Squares of the present scale, once it stands still; until then the ones of before are stretched. */
  private settle(now: number): boolean {
    const scale = this.view.scale * this.dpr
    if (this.layer?.scale === scale) return false
    if (this.layer && (this.flight || now - this.zoomedAtMs < SETTLED_MS)) return true
    if (this.layer) this.before = this.layer
    this.layer = new TileLayer(scale, this.scene)
    return false
  }

  private compose(now: number): void {
    const { context, canvas, dpr } = this
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = this.scene.look.ground
    context.fillRect(0, 0, canvas.width, canvas.height)
    this.before?.show(context, this.view, dpr, canvas.width, canvas.height)
    this.layer?.show(context, this.view, dpr, canvas.width, canvas.height)
    context.setTransform(dpr, 0, 0, dpr, 0, 0)
    this.overlay.nowMs = now
    paintOverlay({ context, scene: this.scene, view: this.view, size: this.size }, this.overlay)
  }
}
