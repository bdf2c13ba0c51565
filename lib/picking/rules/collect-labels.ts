import type { BinNetwork } from './bin-network'
import type { Completion, Prices } from './bin-prices'
import { fieldsOf, grownLayer, keepBest, type Layer, layerOf } from './label-layer'

export type Collected = {
  /** The shortest walk found below the limit, by stage; null when none. */
  found: { length: number; choices: number[] } | null
  /** No walk that was not looked at is shorter. */
  bound: number
}

/**
 * Walks through the network that collect everything and are shorter than `shorter`, the most promising `width` at each
 * stage. Two ways to the same node with the same articles missing are one, the shorter. Nothing dropped: exact.
 */
export function collectLabels(
  network: BinNetwork,
  prices: Prices,
  completion: Completion,
  { shorter, width, isLate }: { shorter: number; width: number; isLate: () => boolean },
): Collected {
  const search = new LabelSearch(network, prices, completion, shorter)
  const stages = network.stages.first.length - 1
  for (let stage = 0; stage < stages; stage++) {
    if (isLate()) return { found: null, bound: Math.min(search.dropped, search.least()) }
    search.advance(width)
  }
  return search.result()
}

class LabelSearch {
  dropped = Number.POSITIVE_INFINITY
  private stage = 0
  private readonly fields
  private readonly words: number
  private now: Layer
  private next: Layer
  private readonly parent: number[] = []
  private readonly taken: number[] = []
  private hash = new Int32Array(1 << 10).fill(-1)
  private readonly scratch: Int32Array

  constructor(
    private readonly network: BinNetwork,
    private readonly prices: Prices,
    private readonly completion: Completion,
    private readonly shorter: number,
  ) {
    const { fields, words } = fieldsOf(network.wanted)
    this.fields = fields
    this.words = words
    this.now = layerOf(256, words)
    this.next = layerOf(256, words)
    this.scratch = new Int32Array(words)
    this.now.count = 1
    this.now.missing[0] = prices.size - 1
    this.now.owed[0] = completion.bought
    this.now.bound[0] = completion.bound
    this.now.entry[0] = -1
    network.wanted.forEach(({ units }, article) => {
      const { word, shift } = fields[article] ?? { word: 0, shift: 0 }
      this.now.words[word] = (this.now.words[word] ?? 0) | (units << shift)
    })
  }

  least(): number {
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < this.now.count; at++) least = Math.min(least, this.now.bound[at] ?? least)
    return least
  }

  advance(width: number) {
    const { firstArc, arcTo, arcChoice } = this.network
    this.next.count = 0
    this.hash.fill(-1)
    const { now } = this
    for (let label = 0; label < now.count; label++) {
      const node = now.node[label] as number
      const until = firstArc[node + 1] as number
      for (let arc = firstArc[node] as number; arc < until; arc++)
        this.extend(label, arcTo[arc] as number, arcChoice[arc] as number)
    }
    if (this.next.count > width) this.dropped = Math.min(this.dropped, keepBest(this.next, width, this.words))
    this.now = this.next
    this.next = now
    for (let label = 0; label < this.now.count; label++) {
      this.parent.push(now.entry[this.now.entry[label] as number] as number)
      this.taken.push(this.now.choice[label] as number)
    }
    this.stage++
    const base = this.parent.length - this.now.count
    for (let label = 0; label < this.now.count; label++) this.now.entry[label] = base + label
  }

  private extend(label: number, node: number, choice: number) {
    const { now, prices, completion, network, words, scratch, fields } = this
    const { size, price } = prices
    const length = (now.length[label] as number) + (network.stages.length[choice] as number)
    const { gains } = network
    const first = gains.first[choice] as number
    const until = gains.first[choice + 1] as number
    let owed = now.owed[label] as number
    let missing = now.missing[label] as number
    for (let word = 0; word < words; word++) scratch[word] = now.words[label * words + word] as number
    if (until > first) {
      if (completion.isCritical[choice]) missing = completion.after[choice * size + missing] as number
      for (let at = first; at < until; at++) {
        const article = gains.article[at] as number
        const field = fields[article] as { word: number; shift: number; mask: number }
        const value = scratch[field.word] as number
        const left = (value >> field.shift) & field.mask
        const got = Math.min(left, gains.units[at] as number)
        if (got === 0) continue
        scratch[field.word] = value - (got << field.shift)
        if (this.isPriced[article]) owed -= got * (price[article] as number)
      }
    }
    const bound = length + owed + (completion.toGo[node * size + missing] as number)
    if (bound >= this.shorter || this.isTooLate()) return
    this.put(node, missing, length, bound, owed, label, choice)
  }

  /** Whether more is missing than what still lies ahead. */
  private isTooLate(): boolean {
    const due = this.network.due[this.stage] as number[]
    for (let at = 0; at < due.length; at += 2) {
      const { word, shift, mask } = this.fields[due[at] as number] as {
        word: number
        shift: number
        mask: number
      }
      if ((((this.scratch[word] as number) >> shift) & mask) > (due[at + 1] as number)) return true
    }
    return false
  }

  private get isPriced(): Uint8Array {
    if (!this.priced) {
      this.priced = new Uint8Array(this.network.wanted.length).fill(1)
      for (const article of this.prices.critical) this.priced[article] = 0
    }
    return this.priced
  }
  private priced: Uint8Array | undefined

  private put(
    node: number,
    missing: number,
    length: number,
    bound: number,
    owed: number,
    label: number,
    choice: number,
  ) {
    const { words, scratch } = this
    if (this.next.count * 2 >= this.hash.length) this.rehash()
    let slot = this.hashOf(node, scratch, 0) & (this.hash.length - 1)
    let at = this.hash[slot] as number
    while (at >= 0 && !this.isSame(at, node)) {
      slot = (slot + 1) & (this.hash.length - 1)
      at = this.hash[slot] as number
    }
    if (at < 0) {
      at = this.next.count
      if (at >= this.next.node.length) this.next = grownLayer(this.next, this.words)
      this.next.count++
      this.hash[slot] = at
      this.next.node[at] = node
      this.next.missing[at] = missing
      for (let word = 0; word < words; word++) this.next.words[at * words + word] = scratch[word] as number
    } else if (length >= (this.next.length[at] as number)) return
    this.next.length[at] = length
    this.next.bound[at] = bound
    this.next.owed[at] = owed
    this.next.entry[at] = label
    this.next.choice[at] = choice
  }

  private isSame(at: number, node: number): boolean {
    if (this.next.node[at] !== node) return false
    for (let word = 0; word < this.words; word++)
      if (this.next.words[at * this.words + word] !== this.scratch[word]) return false
    return true
  }

  private hashOf(node: number, words: Int32Array, from: number): number {
    let hash = Math.imul(node + 1, 0x9e3779b1)
    for (let word = 0; word < this.words; word++) {
      hash = Math.imul(hash ^ (words[from + word] as number), 0x85ebca6b)
      hash ^= hash >>> 13
    }
    return hash ^ (hash >>> 16)
  }

  private rehash() {
    this.hash = new Int32Array(this.hash.length * 2).fill(-1)
    for (let at = 0; at < this.next.count; at++) {
      let slot =
        this.hashOf(this.next.node[at] as number, this.next.words, at * this.words) & (this.hash.length - 1)
      while ((this.hash[slot] as number) >= 0) slot = (slot + 1) & (this.hash.length - 1)
      this.hash[slot] = at
    }
  }

  result(): Collected {
    const { now } = this
    let best = -1
    for (let label = 0; label < now.count; label++) {
      let isAll = true
      for (let word = 0; word < this.words; word++)
        if (now.words[label * this.words + word] !== 0) isAll = false
      if (isAll && (best < 0 || (now.length[label] as number) < (now.length[best] as number))) best = label
    }
    if (best < 0) return { found: null, bound: Math.min(this.dropped, this.shorter) }
    const choices: number[] = []
    for (let entry = now.entry[best] as number; entry >= 0; entry = this.parent[entry] as number)
      choices.push(this.taken[entry] as number)
    const length = now.length[best] as number
    return { found: { length, choices: choices.reverse() }, bound: Math.min(this.dropped, length) }
  }
}
