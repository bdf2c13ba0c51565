import { type Batches, type BatchTask, fits, SAME } from './batch-task'

/** So many kicks for each order without a better answer are the last ones. */
const VAIN_KICKS_AN_ORDER = 40
const MOST_TAKEN = 6
const OVERLOOKED = 0.05
/** A search goes on from what is longer than the best by this share. */
const ACCEPTED = 0.004

/** A batch, its length, and what it would be without each of its orders. */
class Batch {
  readonly length: number
  private readonly rest = new Map<number, number>()

  constructor(
    readonly orders: readonly number[],
    private readonly lengthOf: BatchTask['lengthOf'],
  ) {
    this.length = lengthOf(orders)
  }

  without(order: number): number {
    const known = this.rest.get(order)
    if (known !== undefined) return known
    const length = this.lengthOf(without(this.orders, order))
    this.rest.set(order, length)
    return length
  }
}

const without = (orders: readonly number[], order: number): number[] =>
  orders.filter((other) => other !== order)

/**
 * Iterated ruin and recreate: some orders that lie near each other are taken out and put back where they cost least, then
 * single orders are moved and swapped until nothing is shorter. A tour is never shorter than one over fewer of its orders,
 * so that most trials are known to be vain by the lengths of pairs, without their own.
 */
export class BatchSearch {
  private readonly pairs: Float64Array
  private readonly near: (number[] | undefined)[] = []

  constructor(
    private readonly task: BatchTask,
    private readonly isLate: () => boolean,
    private readonly random: () => number,
  ) {
    this.pairs = new Float64Array(task.loads.length ** 2).fill(-1)
  }

  run({ batches }: Batches): Batches {
    let best = this.improved(batches.map((orders) => new Batch(orders, this.task.lengthOf)))
    let current = best
    const mostVain = VAIN_KICKS_AN_ORDER * this.task.loads.length
    for (let vain = 0; vain < mostVain && best.length > 1 && !this.isLate(); vain++) {
      const found = this.kicked(current)
      if (sumOf(found) < sumOf(best) - SAME) {
        best = found
        vain = -1
      }
      if (sumOf(found) < sumOf(best) * (1 + ACCEPTED) + SAME) current = found
    }
    return { batches: best.map(({ orders }) => [...orders]), length: sumOf(best) }
  }

  private kicked(from: Batch[]): Batch[] {
    const taken = this.someNear(2 + Math.floor(this.random() * (MOST_TAKEN - 1)))
    let batches = from.flatMap((batch) => {
      const left = batch.orders.filter((order) => !taken.includes(order))
      if (left.length === batch.orders.length) return [batch]
      return left.length > 0 ? [new Batch(left, this.task.lengthOf)] : []
    })
    const changed = new Set(batches.filter((batch) => !from.includes(batch)))
    for (const order of taken) {
      const at = this.cheapestPlace(batches, order)
      const before = batches[at]
      const after = new Batch([...(before?.orders ?? []), order], this.task.lengthOf)
      batches = before ? batches.map((batch) => (batch === before ? after : batch)) : [...batches, after]
      if (before) changed.delete(before)
      changed.add(after)
    }
    return this.improved(batches, changed)
  }

  /** An order and others that share most of their walk with it, in any order. */
  private someNear(many: number): number[] {
    const { loads } = this.task
    const seed = Math.floor(this.random() * loads.length)
    this.near[seed] ??= [...loads.keys()]
      .filter((order) => order !== seed)
      .sort((a, b) => this.detour(seed, a) - this.detour(seed, b))
    const taken = [seed]
    for (const order of this.near[seed] ?? []) {
      if (taken.length >= many) break
      if (this.random() < 0.5) taken.push(order)
    }
    return taken.sort(() => this.random() - 0.5)
  }

  private detour(a: number, b: number): number {
    return this.pair(a, b) - this.pair(b, b)
  }

  private pair(a: number, b: number): number {
    const at = a * this.task.loads.length + b
    if ((this.pairs[at] as number) < 0) {
      const length = this.task.lengthOf(a === b ? [a] : [a, b])
      this.pairs[at] = length
      this.pairs[b * this.task.loads.length + a] = length
    }
    return this.pairs[at] as number
  }

  /** No tour over these orders and this one is shorter. */
  private least(orders: readonly number[], but: number, order: number): number {
    let least = 0
    for (const other of orders) if (other !== but) least = Math.max(least, this.pair(other, order))
    return least
  }

  /** Where an order costs least; -1 for a batch of its own. Now and then a place is overlooked, for the sake of change. */
  private cheapestPlace(batches: Batch[], order: number): number {
    let place = -1
    let least = this.pair(order, order)
    for (const [at, { orders, length }] of batches.entries()) {
      if (this.random() < OVERLOOKED || !fits(this.task, [...orders, order])) continue
      if (this.least(orders, -1, order) - length > least) continue
      const cost = this.task.lengthOf([...orders, order]) - length
      if (cost > least) continue
      least = cost
      place = at
    }
    return place
  }

  /** Moves single orders and swaps pairs until nothing is shorter; only `changed` batches can take part in what is new. */
  private improved(from: Batch[], changed = new Set(from)): Batch[] {
    let batches = from
    for (const one of changed) {
      if (this.isLate()) break
      for (const other of batches) {
        if (other === one) continue
        const better = this.betterPair(one, other)
        if (!better) continue
        batches = batches
          .map((batch) => (batch === one ? better[0] : batch === other ? better[1] : batch))
          .filter(({ orders }) => orders.length > 0)
        changed.delete(other)
        for (const batch of better) if (batch.orders.length > 0) changed.add(batch)
        break
      }
      changed.delete(one)
    }
    return batches
  }

  /** Two batches after one move or one swap that is shorter. */
  private betterPair(a: Batch, b: Batch): [Batch, Batch] | null {
    for (const order of a.orders) {
      const moved = this.exchanged(a, b, order, -1)
      if (moved) return moved
    }
    for (const order of b.orders) {
      const moved = this.exchanged(a, b, -1, order)
      if (moved) return moved
      for (const other of a.orders) {
        const swapped = this.exchanged(a, b, other, order)
        if (swapped) return swapped
      }
    }
    return null
  }

  /** The batches after `out` went from the first to the second and `back` the other way (-1: none); null if not shorter. */
  private exchanged(a: Batch, b: Batch, out: number, back: number): [Batch, Batch] | null {
    const most = a.length + b.length - SAME
    const leastA = this.leastAfter(a, out, back)
    if (leastA + (back < 0 ? b.length : 0) >= most) return null
    if (leastA + this.leastAfter(b, back, out) >= most) return null
    const ordersA = after(a, out, back)
    const ordersB = after(b, back, out)
    if (!fits(this.task, ordersA) || !fits(this.task, ordersB)) return null
    const lengthA = back < 0 ? a.without(out) : this.task.lengthOf(ordersA)
    if (lengthA + this.leastAfter(b, back, out) >= most) return null
    if (lengthA + this.task.lengthOf(ordersB) >= most) return null
    return [new Batch(ordersA, this.task.lengthOf), new Batch(ordersB, this.task.lengthOf)]
  }

  private leastAfter(batch: Batch, out: number, back: number): number {
    const left = out < 0 ? batch.length : batch.without(out)
    return back < 0 ? left : Math.max(left, this.least(batch.orders, out, back))
  }
}

const after = ({ orders }: Batch, out: number, back: number): number[] => {
  const left = out < 0 ? [...orders] : without(orders, out)
  return back < 0 ? left : [...left, back]
}

const sumOf = (batches: Batch[]): number => batches.reduce((sum, { length }) => sum + length, 0)
