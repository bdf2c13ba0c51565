import type { DatedBasket } from './read-baskets'

/** What a basket adds to the counts of its items and pairs. */
export type Weigh = (basket: DatedBasket) => number
/** How much `mine` speaks for another item: their common weight and their own. */
export type Score = (together: number, mine: number, theirs: number, baskets: number) => number

/** Singles and pairs of many baskets in memory, as the house keeps them in its tables. */
export class PairCounts {
  readonly names: string[]
  private readonly indexOf: Map<string, number>
  private readonly singles: Float64Array
  private readonly weights: Float32Array
  private readonly baskets: Uint16Array

  constructor(names: string[], baskets: readonly DatedBasket[], mostItems: number, weigh: Weigh) {
    this.names = names
    this.indexOf = new Map(names.map((name, at) => [name, at]))
    this.singles = new Float64Array(names.length)
    this.weights = new Float32Array(names.length ** 2)
    this.baskets = new Uint16Array(names.length ** 2)
    for (const basket of baskets) if (basket.items.length <= mostItems) this.add(basket, weigh(basket))
  }

  private add({ items }: DatedBasket, weight: number): void {
    const indexes = this.indexesOf(items)
    for (const a of indexes) {
      this.singles[a] = (this.singles[a] ?? 0) + weight
      for (const b of indexes) {
        if (a === b) continue
        const at = a * this.names.length + b
        this.weights[at] = (this.weights[at] ?? 0) + weight
        this.baskets[at] = (this.baskets[at] ?? 0) + 1
      }
    }
  }

  private indexesOf(items: readonly string[]): number[] {
    return items.flatMap((name) => this.indexOf.get(name) ?? [])
  }

  /** The votes of a basket for every item. */
  votes(basket: readonly string[], leastTogether: number, score: Score): Float64Array {
    const votes = new Float64Array(this.names.length)
    for (const a of this.indexesOf(basket))
      for (let b = 0; b < votes.length; b++) {
        const at = a * votes.length + b
        const baskets = this.baskets[at] ?? 0
        if (baskets < leastTogether || baskets === 0) continue
        votes[b] =
          (votes[b] ?? 0) + score(this.weights[at] ?? 0, this.singles[a] ?? 0, this.singles[b] ?? 0, baskets)
      }
    return votes
  }

  /** For every item how much it is bought, whatever is in the basket. */
  popularity(): Float64Array {
    return this.singles
  }

  /** Where a hidden item stands among all that is not in the basket, 1 the best; null where nothing speaks for it. */
  rankOf(hidden: string, basket: readonly string[], votes: Float64Array): number | null {
    const at = this.indexOf.get(hidden) ?? -1
    const own = votes[at] ?? 0
    if (own <= 0) return null
    const inBasket = new Set(this.indexesOf(basket))
    let rank = 1
    votes.forEach((vote, other) => {
      if (!inBasket.has(other) && (vote > own || (vote === own && other < at))) rank++
    })
    return rank
  }
}
