import { paintHall } from './paint-hall'
import { paintSpot, type Scene } from './paint-spots'
import type { View } from './viewport'

const TILE = 512
/** 1 MB each; beyond these the ones not seen for longest are drawn anew when they come back. */
const MOST_TILES = 96

type Tile = {
  column: number
  row: number
  context: CanvasRenderingContext2D
  stale: boolean
  dirty: Set<number>
  seen: number
}
type Range = { fromColumn: number; toColumn: number; fromRow: number; toRow: number }

/** The hall drawn once at one scale, in squares, so that moving it is copying; what changes is drawn into them. */
export class TileLayer {
  private readonly tiles = new Map<number, Tile>()
  private turn = 0

  constructor(
    /** Device pixels a metre. */
    readonly scale: number,
    private scene: Scene,
  ) {}

  /** Everything looks different now: what was drawn stays until it is drawn anew. */
  restage(scene: Scene): void {
    this.scene = scene
    for (const tile of this.tiles.values()) tile.stale = true
  }

  touch(spots: Iterable<number>): void {
    const { boxes } = this.scene.model.spots
    const at = (metres: number) => Math.floor((metres * this.scale) / TILE)
    for (const spot of spots) {
      const [left = 0, top = 0, width = 0, height = 0] = boxes.subarray(spot * 4, spot * 4 + 4)
      for (let row = at(top); row <= at(top + height); row++)
        for (let column = at(left); column <= at(left + width); column++)
          this.tiles.get(keyOf(column, row))?.dirty.add(spot)
    }
  }

  /**
   * Draws what is missing of a view and then around it, until the time is used up.
   * @returns whether more is to be drawn
   */
  prepare(view: View, width: number, height: number, isOver: () => boolean): boolean {
    this.turn++
    const sight = this.rangeOf(view, width, height, 0)
    for (const tile of this.each(sight)) {
      if (tile?.stale === false && tile.dirty.size > 0) this.mend(tile)
    }
    for (const margin of [0, TILE])
      for (const [column, row] of cellsOf(this.rangeOf(view, width, height, margin))) {
        const tile = this.tiles.get(keyOf(column, row))
        if (tile && !tile.stale) continue
        if (isOver()) return true
        this.paint(tile ?? this.make(column, row))
      }
    return false
  }

  /** Copies what is drawn to the screen; a view of another scale gets it stretched. */
  show(screen: CanvasRenderingContext2D, view: View, dpr: number, width: number, height: number): void {
    const stretch = (view.scale * dpr) / this.scale
    const size = TILE * stretch
    const left = view.left * view.scale * dpr
    const top = view.top * view.scale * dpr
    for (const tile of this.each(this.rangeOf(view, width, height, 0))) {
      if (!tile) continue
      tile.seen = this.turn
      const x = tile.column * size - left
      const y = tile.row * size - top
      if (stretch === 1) screen.drawImage(tile.context.canvas, Math.round(x), Math.round(y))
      else screen.drawImage(tile.context.canvas, x, y, size, size)
    }
  }

  /** Whether all of a view is drawn, be it with a colour of before. */
  covers(view: View, width: number, height: number): boolean {
    return this.each(this.rangeOf(view, width, height, 0)).every((tile) => tile !== undefined)
  }

  /** @param width of the screen, in device pixels of the view's own scale */
  private rangeOf(view: View, width: number, height: number, margin: number): Range {
    const { model, dpr } = this.scene
    const shrink = this.scale / (view.scale * dpr)
    const at = (metres: number) => Math.floor((metres * this.scale) / TILE)
    const from = (metres: number) => Math.floor((metres * this.scale - margin) / TILE)
    const to = (metres: number, pixels: number) =>
      Math.floor((metres * this.scale + pixels * shrink + margin) / TILE)
    return {
      fromColumn: Math.max(0, from(view.left)),
      toColumn: Math.min(at(model.widthMetres), to(view.left, width)),
      fromRow: Math.max(0, from(view.top)),
      toRow: Math.min(at(model.depthMetres), to(view.top, height)),
    }
  }

  private each(range: Range): (Tile | undefined)[] {
    return cellsOf(range).map(([column, row]) => this.tiles.get(keyOf(column, row)))
  }

  private make(column: number, row: number): Tile {
    const canvas = document.createElement('canvas')
    canvas.width = TILE
    canvas.height = TILE
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser gives no 2D context')
    const tile = { column, row, context, stale: true, dirty: new Set<number>(), seen: this.turn }
    this.tiles.set(keyOf(column, row), tile)
    if (this.tiles.size > MOST_TILES) this.forgetOldest()
    return tile
  }

  private paint(tile: Tile): void {
    paintHall(this.scene, this.planeOf(tile), TILE, TILE)
    tile.stale = false
    tile.dirty.clear()
  }

  private mend(tile: Tile): void {
    const plane = this.planeOf(tile)
    for (const spot of tile.dirty) paintSpot(this.scene, plane, spot)
    tile.dirty.clear()
  }

  private planeOf({ context, column, row }: Tile) {
    return { context, originX: column * TILE, originY: row * TILE, scale: this.scale }
  }

  private forgetOldest(): void {
    const oldest = [...this.tiles].reduce((one, other) => (other[1].seen < one[1].seen ? other : one))
    this.tiles.delete(oldest[0])
  }
}

const keyOf = (column: number, row: number): number => row * 65_536 + column

function cellsOf({ fromColumn, toColumn, fromRow, toRow }: Range): [number, number][] {
  const cells: [number, number][] = []
  for (let row = fromRow; row <= toRow; row++)
    for (let column = fromColumn; column <= toColumn; column++) cells.push([column, row])
  return cells
}
