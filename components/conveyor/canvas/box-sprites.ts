import { EXCEPTION_SHAPE, markOf } from '../lane-marks'
import type { MovingBox } from '../moving-boxes'
import type { BeltLook } from './belt-look'

/** Of the square that shapes are written in. */
const SHAPE_SQUARE = 16
/** What asks for a person is larger than what runs as it should. */
const EXCEPTION_GROWTH = 1.35
const ROOM = 1.5

/** What a box looks like: the mark of its lane, or what became of it instead. */
export type Glyph = `lane-${number}` | 'no-read' | 'exception' | 'around' | 'on'

/**
 * @param places the places of the sorter's lanes, for their marks
 * @param isLoop what misses its lane comes around; from a line it runs to the exceptions
 */
export function glyphOf(
  { decision, exit }: MovingBox,
  places: ReadonlyMap<string, number | null>,
  isLoop: boolean,
): Glyph {
  const { action, because } = decision
  if (because === 'no-read') return 'no-read'
  if (action === 'reject') return 'exception'
  const place = exit ? places.get(exit.lane) : undefined
  if (place === null) return 'exception'
  if (place !== undefined) return `lane-${place}`
  if (action === 'pass') return 'on'
  return isLoop ? 'around' : 'exception'
}

/** Pictures of boxes, each drawn once and copied from then on: a thousand of them move sixty times a second. */
export class BoxSprites {
  private readonly drawn = new Map<Glyph, HTMLCanvasElement>()

  constructor(
    private readonly look: BeltLook,
    /** Of a box, in CSS pixels. */
    private readonly size: number,
    private readonly dpr: number,
  ) {}

  draw(context: CanvasRenderingContext2D, glyph: Glyph, x: number, y: number): void {
    const picture = this.drawn.get(glyph) ?? this.make(glyph)
    const side = this.size * ROOM
    context.drawImage(picture, x - side / 2, y - side / 2, side, side)
  }

  private make(glyph: Glyph): HTMLCanvasElement {
    const picture = document.createElement('canvas')
    const side = Math.ceil(this.size * ROOM * this.dpr)
    picture.width = side
    picture.height = side
    const context = picture.getContext('2d')
    if (!context) throw new Error('this browser gives no 2D context')
    const isLarge = glyph === 'no-read' || glyph === 'exception'
    const scale = ((this.size * this.dpr) / SHAPE_SQUARE) * (isLarge ? EXCEPTION_GROWTH : 1)
    context.setTransform(scale, 0, 0, scale, side / 2 - 8 * scale, side / 2 - 8 * scale)
    this.paint(context, glyph)
    this.drawn.set(glyph, picture)
    return picture
  }

  private paint(context: CanvasRenderingContext2D, glyph: Glyph): void {
    const { look } = this
    const place = glyph.startsWith('lane-') ? Number(glyph.slice('lane-'.length)) : null
    if (place !== null) {
      const { way, shape } = markOf(place)
      this.fill(context, shape, look.ways[way] ?? look.ink, look.surface, 1)
    } else if (glyph === 'no-read' || glyph === 'exception') {
      this.fill(context, EXCEPTION_SHAPE, look.surface, look.failed, 2)
      context.fillStyle = look.failed
      context.font = '700 9px "Inter Variable", sans-serif'
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.fillText(glyph === 'no-read' ? '?' : '!', 8, 8.6)
    } else {
      const shape = glyph === 'around' ? 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z' : 'M3 3h10v10H3z'
      this.fill(context, shape, look.surface, look.ink, 2)
    }
  }

  private fill(context: CanvasRenderingContext2D, shape: string, fill: string, edge: string, width: number) {
    const path = new Path2D(shape)
    context.fillStyle = fill
    context.fill(path)
    context.lineWidth = width
    context.strokeStyle = edge
    context.stroke(path)
  }
}
