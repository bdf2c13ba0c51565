/** What an order takes of the cart: totes, grams, … in the order of the cart's capacities. */
export type Load = readonly number[]
export type Batches = { batches: number[][]; length: number }
export type BatchTask = {
  /** By order, the most urgent first. */
  loads: Load[]
  capacity: Load
  /** The length of the tour over these orders; asked again, it should know. */
  lengthOf: (orders: readonly number[]) => number
}
/** After the limit the best so far is answered. `random` gives numbers from 0 to 1. */
export type BatchLimit = { limitMs: number; nowMs: () => number; random: () => number }

const SAME = 1e-9
/** Kicks without a better answer after which no more come. */
const MOST_VAIN_KICKS = 60

/**
 * Which orders are walked together: every order in one batch, no batch over the capacity unless it is one order alone, and
 * the sum of lengths as short as can be found: never longer than first-come, nor, with the time for it, than savings.
 */
export function batchOrders(
  task: BatchTask,
  limit: BatchLimit,
): Batches & { firstCome: number; savings: number | null } {
  const deadline = limit.nowMs() + limit.limitMs
  const isLate = () => limit.nowMs() > deadline
  const first = batchFirstCome(task)
  const saved = batchBySavings(task, isLate)
  const seed = saved && saved.length < first.length ? saved : first
  const found = kick(task, improve(task, seed, isLate), isLate, limit.random)
  return { ...found, firstCome: first.length, savings: saved?.length ?? null }
}

/** Orders as they come, a new batch when the next one does not fit. */
export function batchFirstCome(task: BatchTask): Batches {
  const batches: number[][] = []
  for (const order of task.loads.keys()) {
    const last = batches.at(-1)
    if (last && fits(task, [...last, order])) last.push(order)
    else batches.push([order])
  }
  return told(task, batches)
}

/**
 * Savings after Clarke and Wright (1964), worked out anew after every merge: the two batches that save most become one.
 * null when the time was over before.
 */
export function batchBySavings(task: BatchTask, isLate: () => boolean = () => false): Batches | null {
  let batches = task.loads.map((_, order) => [order])
  const savings = new Map<string, number>()
  for (;;) {
    let best: { a: number[]; b: number[]; saved: number } | null = null
    for (const [at, a] of batches.entries())
      for (const b of batches.slice(at + 1)) {
        if (!fits(task, [...a, ...b])) continue
        if (isLate()) return null
        const key = `${a.join()}|${b.join()}`
        const saved = savings.get(key) ?? task.lengthOf(a) + task.lengthOf(b) - task.lengthOf([...a, ...b])
        savings.set(key, saved)
        if (!best || saved > best.saved + SAME) best = { a, b, saved }
      }
    if (!best || best.saved < -SAME) return told(task, batches)
    const { a, b } = best
    batches = [...batches.filter((batch) => batch !== a && batch !== b), [...a, ...b]]
  }
}

function fits({ loads, capacity }: BatchTask, orders: readonly number[]): boolean {
  return (
    orders.length === 1 ||
    capacity.every((most, kind) => {
      let load = 0
      for (const order of orders) load += loads[order]?.[kind] ?? 0
      return load <= most
    })
  )
}

const told = ({ lengthOf }: BatchTask, batches: number[][]): Batches => ({
  batches,
  length: batches.reduce((sum, batch) => sum + lengthOf(batch), 0),
})

const without = (batch: number[], order: number): number[] => batch.filter((other) => other !== order)

/** Moves single orders and swaps pairs between batches until nothing is shorter. */
function improve(task: BatchTask, from: Batches, isLate: () => boolean): Batches {
  let batches = from.batches
  for (let isBetter = true; isBetter && !isLate(); ) {
    isBetter = false
    for (let at = 0; at < batches.length && !isBetter; at++)
      for (let to = 0; to < batches.length && !isBetter; to++) {
        if (at === to) continue
        const change = betterPair(task, batches[at] ?? [], batches[to] ?? [], at < to, isLate)
        if (!change) continue
        batches = batches.map((batch, n) => (n === at ? change[0] : n === to ? change[1] : batch))
        batches = batches.filter((batch) => batch.length > 0)
        isBetter = true
      }
  }
  return told(task, batches)
}

/** Two batches after one move from the first to the second, or one swap, that is shorter. */
function betterPair(
  task: BatchTask,
  a: number[],
  b: number[],
  maySwap: boolean,
  isLate: () => boolean,
): [number[], number[]] | null {
  const before = task.lengthOf(a) + task.lengthOf(b)
  const isShorter = (left: number[], right: number[]) =>
    fits(task, left.length > 0 ? left : right) &&
    fits(task, right) &&
    task.lengthOf(left) + task.lengthOf(right) < before - SAME
  for (const order of a) {
    if (isLate()) return null
    const moved: [number[], number[]] = [without(a, order), [...b, order]]
    if (isShorter(...moved)) return moved
    for (const other of maySwap ? b : []) {
      const swapped: [number[], number[]] = [
        [...without(a, order), other],
        [...without(b, other), order],
      ]
      if (isShorter(...swapped)) return swapped
    }
  }
  return null
}

/** Takes some orders out at random and puts each back where it costs least, again and again; keeps what is not longer. */
function kick(task: BatchTask, from: Batches, isLate: () => boolean, random: () => number): Batches {
  let best = from
  for (let vain = 0; vain < MOST_VAIN_KICKS && from.batches.length > 1 && !isLate(); vain++) {
    const taken = new Set<number>()
    const wanted = Math.min(task.loads.length, 2 + Math.floor(random() * 4))
    while (taken.size < wanted) taken.add(Math.floor(random() * task.loads.length))
    let batches = best.batches
      .map((batch) => batch.filter((order) => !taken.has(order)))
      .filter((batch) => batch.length > 0)
    for (const order of taken) batches = putBack(task, batches, order)
    const found = improve(task, told(task, batches), isLate)
    if (found.length < best.length - SAME) vain = -1
    if (found.length <= best.length) best = found
  }
  return best
}

function putBack(task: BatchTask, batches: number[][], order: number): number[][] {
  let place = -1
  let least = task.lengthOf([order])
  for (const [at, batch] of batches.entries()) {
    if (!fits(task, [...batch, order])) continue
    const cost = task.lengthOf([...batch, order]) - task.lengthOf(batch)
    if (cost <= least) {
      least = cost
      place = at
    }
  }
  if (place === -1) return [...batches, [order]]
  return batches.map((batch, at) => (at === place ? [...batch, order] : batch))
}
