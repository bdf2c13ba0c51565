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
  const seed = saved && saved.length < first.length ? saved : first
  const found = new BatchSearch(task, isLate, limit.random).run(seed)
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

const told = ({ lengthOf }: BatchTask, batches: number[][]): Batches => ({
  batches,
  length: batches.reduce((sum, batch) => sum + lengthOf(batch), 0),
})
