import { BatchSearch } from './batch-search'
import { type Batches, type BatchTask, fits, SAME } from './batch-task'

/** After the limit the best so far is answered. `random` gives numbers from 0 to 1. */
export type BatchLimit = { limitMs: number; nowMs: () => number; random: () => number }

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
  const seed = saved.length < first.length ? saved : first
  const found = new BatchSearch(task, isLate, limit.random).run(seed)
  return { ...found, firstCome: first.length, savings: saved.isWhole ? saved.length : null }
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

type Pair = { a: number[]; b: number[]; saved: number }

/**
 * Savings after Clarke and Wright (1964), worked out anew after every merge: the two batches that save most become one.
 * When the time is over pairs that nobody has looked at stay apart: `isWhole` is false.
 */
export function batchBySavings(
  task: BatchTask,
  isLate: () => boolean = () => false,
): Batches & { isWhole: boolean } {
  const { lengthOf } = task
  let isWhole = true
  const pairsOf = (a: number[], others: number[][]): Pair[] =>
    others.flatMap((b) => {
      if (!fits(task, [...a, ...b])) return []
      if (!isWhole || isLate()) {
        isWhole = false
        return []
      }
      return [{ a, b, saved: lengthOf(a) + lengthOf(b) - lengthOf([...a, ...b]) }]
    })
  let batches = task.loads.map((_, order) => [order])
  let pairs = batches.flatMap((a, at) => pairsOf(a, batches.slice(at + 1)))
  for (;;) {
    const best = pairs.reduce<Pair | null>(
      (most, pair) => (most && most.saved >= pair.saved ? most : pair),
      null,
    )
    if (!best || best.saved < -SAME) return { ...told(task, batches), isWhole }
    const { a, b } = best
    const merged = [...a, ...b]
    batches = batches.filter((batch) => batch !== a && batch !== b)
    pairs = pairs.filter((pair) => ![a, b].includes(pair.a) && ![a, b].includes(pair.b))
    pairs.push(...pairsOf(merged, batches))
    batches.push(merged)
  }
}

const told = ({ lengthOf }: BatchTask, batches: number[][]): Batches => ({
  batches,
  length: batches.reduce((sum, batch) => sum + lengthOf(batch), 0),
})
