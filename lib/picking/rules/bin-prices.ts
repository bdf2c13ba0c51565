import type { BinNetwork } from './bin-network'

/**
 * A lower bound on choosing bins: articles are bought from the walk at prices instead of being collected exactly
 * (Lagrangian relaxation, Geoffrion 1974), but for the critical ones, which are counted exactly in the state.
 */
export type Prices = {
  /** By article, for a unit. */
  price: Float64Array
  /** The articles counted exactly, and how many of them may still be missing in all: the size of the count. */
  critical: number[]
  size: number
}

/** What is still to come from each node: by node * size + what is missing of the critical articles. */
export type Completion = {
  toGo: Float64Array
  best: Int32Array
  /** By choice * size + missing: what is missing after it. */
  after: Uint16Array
  /** By choice: its length less the prices of what it brings, and whether it brings critical articles. */
  reduced: Float64Array
  isCritical: Uint8Array
  /** What the articles that are not critical cost in all, and the bound. */
  bought: number
  bound: number
}

const NEVER = Number.POSITIVE_INFINITY

/** Counts these articles exactly. */
export function withCritical(network: BinNetwork, price: Float64Array, critical: number[]): Prices {
  let size = 1
  for (const article of critical) size *= (network.wanted[article]?.units ?? 0) + 1
  return { price, critical, size }
}

/** The cheapest way from every node to the end of the walk. */
export function completionOf(network: BinNetwork, prices: Prices, known?: Completion): Completion {
  const { firstArc, wanted } = network
  const { size, critical } = prices
  const nodes = firstArc.length - 1
  const after =
    known?.after.length === network.stages.move.length * size ? known.after : countDown(network, prices)
  const { reduced, isCritical } = reducedLengths(network, prices)
  const toGo = known?.toGo.length === nodes * size ? known.toGo : new Float64Array(nodes * size)
  const best = known?.best.length === nodes * size ? known.best : new Int32Array(nodes * size)
  toGo.fill(NEVER)
  toGo[(nodes - 1) * size] = 0
  if (size === 1) relaxPriced(network, reduced, toGo, best)
  else relaxCounted(network, { size, reduced, isCritical, after }, toGo, best)
  let bought = 0
  wanted.forEach(({ units }, article) => {
    if (!critical.includes(article)) bought += units * (prices.price[article] ?? 0)
  })
  return { toGo, best, after, reduced, isCritical, bought, bound: (toGo[size - 1] ?? NEVER) + bought }
}

function relaxPriced(
  { firstArc, arcTo, arcChoice }: BinNetwork,
  reduced: Float64Array,
  toGo: Float64Array,
  best: Int32Array,
) {
  for (let node = firstArc.length - 3; node >= 0; node--) {
    let least = NEVER
    let by = 0
    const until = firstArc[node + 1] as number
    for (let arc = firstArc[node] as number; arc < until; arc++) {
      const total = (reduced[arcChoice[arc] as number] as number) + (toGo[arcTo[arc] as number] as number)
      if (total < least) {
        least = total
        by = arc
      }
    }
    toGo[node] = least
    best[node] = by
  }
}

type Counted = { size: number; reduced: Float64Array; isCritical: Uint8Array; after: Uint16Array }

function relaxCounted(
  { firstArc, arcTo, arcChoice }: BinNetwork,
  { size, reduced, isCritical, after }: Counted,
  toGo: Float64Array,
  best: Int32Array,
) {
  for (let node = firstArc.length - 3; node >= 0; node--) {
    const base = node * size
    const until = firstArc[node + 1] as number
    for (let arc = firstArc[node] as number; arc < until; arc++) {
      const choice = arcChoice[arc] as number
      const target = (arcTo[arc] as number) * size
      const extra = reduced[choice] as number
      const steps = choice * size
      const isCounting = isCritical[choice] === 1
      for (let missing = 0; missing < size; missing++) {
        const left = isCounting ? (after[steps + missing] as number) : missing
        const total = extra + (toGo[target + left] as number)
        if (total < (toGo[base + missing] as number)) {
          toGo[base + missing] = total
          best[base + missing] = arc
        }
      }
    }
  }
}

function reducedLengths({ stages, gains, wanted }: BinNetwork, { price, critical }: Prices) {
  const count = stages.move.length
  const reduced = new Float64Array(count)
  const isCritical = new Uint8Array(count)
  const isCounted = new Uint8Array(wanted.length)
  for (const article of critical) isCounted[article] = 1
  for (let choice = 0; choice < count; choice++) {
    let length = stages.length[choice] as number
    const until = gains.first[choice + 1] as number
    for (let at = gains.first[choice] as number; at < until; at++) {
      const article = gains.article[at] as number
      if (isCounted[article]) isCritical[choice] = 1
      else length -= (price[article] as number) * (gains.units[at] as number)
    }
    reduced[choice] = length
  }
  return { reduced, isCritical }
}

function countDown({ stages, gains, wanted }: BinNetwork, { critical, size }: Prices): Uint16Array {
  const count = stages.move.length
  const after = new Uint16Array(count * size)
  const strides = new Int32Array(wanted.length)
  let stride = 1
  for (const article of critical) {
    strides[article] = stride
    stride *= (wanted[article]?.units ?? 0) + 1
  }
  for (let choice = 0; choice < count; choice++) {
    const base = choice * size
    for (let missing = 0; missing < size; missing++) after[base + missing] = missing
    for (let at = gains.first[choice] as number; at < (gains.first[choice + 1] as number); at++) {
      const article = gains.article[at] as number
      const step = strides[article] as number
      if (step === 0) continue
      const digits = (wanted[article]?.units ?? 0) + 1
      const got = gains.units[at] as number
      for (let missing = 0; missing < size; missing++)
        after[base + missing] =
          (after[base + missing] as number) - step * Math.min(Math.floor(missing / step) % digits, got)
    }
  }
  return after
}

/** The choices of the cheapest way from the start, by stage, and how many units of each article they bring. */
export function cheapestWay(network: BinNetwork, { size }: Prices, { best, after }: Completion) {
  const { arcTo, arcChoice, gains, wanted, stages } = network
  const choices: number[] = []
  const brought = new Float64Array(wanted.length)
  let length = 0
  let node = 0
  let missing = size - 1
  for (let stage = 0; stage + 1 < stages.first.length; stage++) {
    const arc = best[node * size + missing] as number
    const choice = arcChoice[arc] as number
    choices.push(choice)
    length += stages.length[choice] as number
    for (let at = gains.first[choice] as number; at < (gains.first[choice + 1] as number); at++) {
      const article = gains.article[at] as number
      brought[article] = (brought[article] as number) + (gains.units[at] as number)
    }
    missing = after[choice * size + missing] as number
    node = arcTo[arc] as number
  }
  return { choices, brought, length }
}

/** Which arcs can be on a walk shorter than this. */
export function arcsWithin(
  network: BinNetwork,
  { size }: Prices,
  completion: Completion,
  shorter: number,
): Uint8Array {
  const { firstArc, arcTo, arcChoice } = network
  const { toGo, after, reduced, bought } = completion
  const nodes = firstArc.length - 1
  const come = new Float64Array(nodes * size).fill(NEVER)
  come[size - 1] = bought
  const isKept = new Uint8Array(arcTo.length)
  for (let node = 0; node < nodes - 1; node++)
    for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc++) {
      const choice = arcChoice[arc] as number
      const target = (arcTo[arc] as number) * size
      const extra = reduced[choice] as number
      for (let missing = 0; missing < size; missing++) {
        const total = (come[node * size + missing] as number) + extra
        const to = target + (after[choice * size + missing] as number)
        if (total + (toGo[to] as number) >= shorter) continue
        isKept[arc] = 1
        if (total < (come[to] as number)) come[to] = total
      }
    }
  return isKept
}
