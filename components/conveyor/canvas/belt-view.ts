import type { BeltStore } from '../belt-store'
import type { Drawing, DrawnLane, Point } from '../lay-out-sorter'
import { type MovingBox, placeOf } from '../moving-boxes'
import type { BeltLook } from './belt-look'
import { BoxSprites, glyphOf } from './box-sprites'
import { paintBelt, paintChevrons, paintGate, paintScanners, pointInLane } from './paint-belt'

/** A finger is no needle. */
const NEAR_PX = 16
/** A box of 0.45 m, as long as that can be seen and does not cover its neighbours. */
const BOX = { metres: 0.45, leastPx: 9, mostPx: 15 }
/** A belt that is bare runs on for so long before it rests. */
const REST_MS = 1_500

type Scene = { drawing: Drawing; look: BeltLook; store: BeltStore; isStill: boolean; dpr: number }

/** A sorter on a canvas: draws a frame only while boxes move. */
export class BeltView {
  private readonly context: CanvasRenderingContext2D
  private readonly ground: HTMLCanvasElement
  private readonly sprites: BoxSprites
  private readonly lanes: ReadonlyMap<string, DrawnLane>
  private readonly places: ReadonlyMap<string, number | null>
  private readonly stopPainting: () => void
  private chosen: string | null = null
  private frame = 0
  private busyMs = 0

  constructor(
    canvas: HTMLCanvasElement,
    private readonly scene: Scene,
  ) {
    const { drawing, look, dpr, store } = scene
    canvas.width = Math.round(drawing.width * dpr)
    canvas.height = Math.round(drawing.height * dpr)
    this.context = contextOf(canvas)
    this.ground = document.createElement('canvas')
    this.ground.width = canvas.width
    this.ground.height = canvas.height
    const ground = contextOf(this.ground)
    ground.fillStyle = look.surface
    ground.fillRect(0, 0, canvas.width, canvas.height)
    ground.setTransform(dpr, 0, 0, dpr, 0, 0)
    paintBelt(ground, drawing, look)
    const size = Math.min(BOX.mostPx, Math.max(BOX.leastPx, BOX.metres * drawing.scale))
    this.sprites = new BoxSprites(look, size, dpr)
    this.lanes = new Map(drawing.lanes.map((lane) => [lane.id, lane]))
    this.places = new Map(drawing.lanes.map(({ id, place }) => [id, place]))
    this.stopPainting = store.paint(() => this.wake())
    this.draw()
  }

  close(): void {
    this.stopPainting()
    cancelAnimationFrame(this.frame)
  }

  choose(key: string | null): void {
    this.chosen = key
    this.wake()
  }

  /** The box drawn at a point of the canvas, the nearest within a finger's breadth. */
  boxAt({ x, y }: Point): string | null {
    let least = NEAR_PX
    let found: string | null = null
    for (const [key, at] of this.seen()) {
      const away = Math.hypot(at.x - x, at.y - y)
      if (away > least) continue
      least = away
      found = key
    }
    return found
  }

  /** The boxes in sight with where they are, in the order of the belt. */
  inOrder(): { key: string; at: Point }[] {
    const nowMs = this.nowMs()
    const metresOf = ({ scannedMs, fromMetres }: MovingBox) =>
      fromMetres + ((nowMs - scannedMs) / 1_000) * this.scene.drawing.sorter.speedMetresPerSecond
    return [...this.seen()]
      .sort(([, , one], [, , other]) => metresOf(one) - metresOf(other))
      .map(([key, at]) => ({ key, at }))
  }

  private nowMs(): number {
    return this.scene.store.drawnMs(Date.now())
  }

  private *seen(): Generator<[string, Point, MovingBox]> {
    const { store, drawing, isStill } = this.scene
    if (isStill) return
    const nowMs = this.nowMs()
    for (const [key, box] of store.boxesOn(drawing.sorter.id)) {
      const place = placeOf(box, drawing.sorter, nowMs)
      if (place.on === 'belt') yield [key, drawing.at(place.metres), box]
      const lane = place.on === 'lane' ? this.lanes.get(place.lane) : undefined
      if (place.on === 'lane' && lane) yield [key, pointInLane(lane, place.share), box]
    }
  }

  private wake(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.run())
  }

  private run(): void {
    this.frame = 0
    const isBusy = this.draw()
    const now = performance.now()
    if (isBusy) this.busyMs = now
    if (!this.scene.isStill && now - this.busyMs < REST_MS) this.wake()
  }

  private draw(): boolean {
    const { context, scene } = this
    const { drawing, look, store, dpr, isStill } = scene
    const nowMs = this.nowMs()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.drawImage(this.ground, 0, 0)
    context.setTransform(dpr, 0, 0, dpr, 0, 0)
    paintChevrons(context, drawing, look, isStill ? 0 : nowMs)
    const { lanes } = store.snapshot()
    for (const lane of drawing.lanes)
      paintGate(context, lane, lanes.get(lane.id)?.state ?? 'open', drawing.isTall, look)
    paintScanners(context, drawing, look, (scanner) => (isStill ? -1 : nowMs - store.scannedMs(scanner)))
    let chosen: Point | null = null
    for (const [key, at, box] of this.seen()) {
      this.sprites.draw(context, glyphOf(box, this.places, drawing.sorter.loop !== undefined), at.x, at.y)
      if (key === this.chosen) chosen = at
    }
    if (chosen) this.ring(chosen)
    return store.boxesOn(drawing.sorter.id).size > 0
  }

  private ring({ x, y }: Point): void {
    const { context, scene } = this
    context.beginPath()
    context.arc(x, y, 13, 0, 2 * Math.PI)
    context.lineWidth = 2.5
    context.strokeStyle = scene.look.focus
    context.stroke()
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('this browser gives no 2D context')
  return context
}
