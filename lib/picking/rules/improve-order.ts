import type { Pick } from './picks-of'
import type { Order, Ways } from './search-order'

const LONGEST_MOVED = 3
const KICKS_A_PICK = 12
const EPSILON = 1e-9

/**
 * A good order of many picks: nearest first, then pieces moved elsewhere or turned round (Or 1976; 2-opt by Croes 1958)
 * until nothing helps, then kicks (Lin, Martin and Otto's double bridge) that are kept when they help. Lengths may differ
 * by direction. The same picks give the same order: kicks come from a fixed sequence.
 */
export function improveOrder(
  picks: Pick[],
  ways: Ways,
  start: number,
  end: number,
  isLate: () => boolean,
  kicks = picks.length < 4 ? 0 : picks.length * KICKS_A_PICK,
): Order {
  const search = new OrderSearch(picks, ways, start, end)
  search.descend(isLate)
  search.choosePlaces()
  let best = search.snapshot()
  for (let kick = 0; kick < kicks && !isLate(); kick++) {
    search.kick()
    search.descend(isLate)
    search.choosePlaces()
    const now = search.snapshot()
    if (now.length < best.length - EPSILON) best = now
    else search.restore(best)
  }
  return { places: best.at.slice(1, -1), picks: best.order, length: best.length }
}

type Snapshot = { order: number[]; at: number[]; length: number }

class OrderSearch {
  /** The picks in order; `at` has their places between start and end. */
  private order: number[] = []
  private at: number[]
  private random = 12345

  constructor(
    private readonly picks: Pick[],
    private readonly ways: Ways,
    start: number,
    end: number,
  ) {
    this.at = [start]
    const left = new Set(picks.keys())
    while (left.size > 0) {
      const rank = Math.min(...[...left].map((pick) => picks[pick]?.class ?? 0))
      let best = { pick: -1, place: -1, length: Number.POSITIVE_INFINITY }
      for (const pick of left) {
        if (picks[pick]?.class !== rank) continue
        for (const place of picks[pick]?.places ?? []) {
          const length = ways.between(this.at.at(-1) ?? start, place)
          if (best.pick < 0 || length < best.length) best = { pick, place, length }
        }
      }
      left.delete(best.pick)
      this.order.push(best.pick)
      this.at.push(best.place)
    }
    this.at.push(end)
  }

  snapshot(): Snapshot {
    let length = 0
    for (let at = 1; at < this.at.length; at++) length += this.step(at - 1, at)
    return { order: [...this.order], at: [...this.at], length }
  }

  restore({ order, at }: Snapshot) {
    this.order = [...order]
    this.at = [...at]
  }

  private step(from: number, to: number): number {
    return this.ways.between(this.at[from] as number, this.at[to] as number)
  }

  private classAt(at: number): number {
    return this.picks[this.order[at - 1] as number]?.class ?? 0
  }

  descend(isLate: () => boolean) {
    while (!isLate() && (this.movePiece() || this.turnPiece()));
  }

  /** Moves the best found piece of up to three picks to a better spot of its class; whether there was one. */
  private movePiece(): boolean {
    const last = this.order.length
    for (let from = 1; from <= last; from++)
      for (
        let to = from;
        to < from + LONGEST_MOVED && to <= last && this.classAt(to) === this.classAt(from);
        to++
      ) {
        const gain = this.step(from - 1, from) + this.step(to, to + 1) - this.step(from - 1, to + 1)
        if (gain <= EPSILON) continue
        let inside = 0
        let turned = 0
        for (let at = from; at < to; at++) {
          inside += this.step(at, at + 1)
          turned += this.step(at + 1, at)
        }
        for (let after = 0; after <= last; after++) {
          if ((after >= from - 1 && after <= to) || !this.fits(after, this.classAt(from))) continue
          const open = this.step(after, after + 1)
          const straight = this.step(after, from) + this.step(to, after + 1) - open
          const back = this.step(after, to) + this.step(from, after + 1) - open + turned - inside
          if (Math.min(straight, back) < gain - EPSILON) {
            this.move(from, to, after, back < straight)
            return true
          }
        }
      }
    return false
  }

  /** Whether a pick of this class may come after this position. */
  private fits(after: number, rank: number): boolean {
    const before = after === 0 || this.classAt(after) <= rank
    return before && (after === this.order.length || this.classAt(after + 1) >= rank)
  }

  private move(from: number, to: number, after: number, isTurned: boolean) {
    const count = to - from + 1
    const spot = after > to ? after - count : after
    const order = this.order.splice(from - 1, count)
    const at = this.at.splice(from, count)
    if (isTurned) {
      order.reverse()
      at.reverse()
    }
    this.order.splice(spot, 0, ...order)
    this.at.splice(spot + 1, 0, ...at)
  }

  private turnPiece(): boolean {
    const last = this.order.length
    for (let from = 1; from < last; from++) {
      let change = 0
      for (let to = from + 1; to <= last && this.classAt(to) === this.classAt(from); to++) {
        change += this.step(to, to - 1) - this.step(to - 1, to)
        const ends =
          this.step(from - 1, to) +
          this.step(from, to + 1) -
          this.step(from - 1, from) -
          this.step(to, to + 1)
        if (!(change + ends < -EPSILON)) continue
        this.order.splice(from - 1, to - from + 1, ...this.order.slice(from - 1, to).reverse())
        this.at.splice(from, to - from + 1, ...this.at.slice(from, to + 1).reverse())
        return true
      }
    }
    return false
  }

  /** The best place for every pick, the order as it is. */
  choosePlaces() {
    if (this.picks.every((pick) => pick.places.length === 1)) return
    let from = [{ place: this.at[0] ?? 0, length: 0 }]
    const chosen: number[][] = []
    const layers = [...this.order.map((pick) => this.picks[pick]?.places ?? []), [this.at.at(-1) ?? 0]]
    for (const places of layers) {
      const by: number[] = []
      from = places.map((place) => {
        let length = Number.POSITIVE_INFINITY
        let best = 0
        from.forEach((one, index) => {
          const total = one.length + this.ways.between(one.place, place)
          if (total < length) [length, best] = [total, index]
        })
        by.push(best)
        return { place, length }
      })
      chosen.push(by)
    }
    let index = 0
    for (let layer = layers.length - 1; layer > 0; layer--) {
      index = chosen[layer]?.[index] ?? 0
      this.at[layer] = layers[layer - 1]?.[index] ?? 0
    }
  }

  /** Changes two neighbouring pieces about, somewhere within a class. */
  kick() {
    const last = this.order.length
    const middle = 1 + this.below(last)
    let low = middle
    let high = middle
    while (low > 1 && this.classAt(low - 1) === this.classAt(middle)) low--
    while (high < last && this.classAt(high + 1) === this.classAt(middle)) high++
    if (high - low < 2) return
    const cuts = [0, 0, 0].map(() => low + this.below(high - low + 2)).sort((a, b) => a - b)
    const [a = low, b = low, c = low] = cuts
    const swapped = <Item>(items: Item[], shift: number) => [
      ...items.slice(0, a - shift),
      ...items.slice(b - shift, c - shift),
      ...items.slice(a - shift, b - shift),
      ...items.slice(c - shift),
    ]
    this.order = swapped(this.order, 1)
    this.at = swapped(this.at, 0)
  }

  private below(most: number): number {
    this.random = (Math.imul(this.random, 1_103_515_245) + 12_345) & 0x7fffffff
    return (this.random >> 8) % most
  }
}
