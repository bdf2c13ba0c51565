import { batchBySavings, batchFirstCome, batchOrders } from '@/lib/picking/rules/batch-orders'
import type { BatchTask } from '@/lib/picking/rules/batch-task'
import { seededRandom } from '@/simulate/random'

/** A task whose lengths nobody has asked for yet. */
export type Fresh = () => BatchTask
export type Measured = {
  firstCome: number
  seed: number
  savings: number
  savingsMs: number
  ours: number[]
  usedMs: number
}

/** All methods on the same task, each with lengths of its own; the last limit's time is the one that is told. */
export function measure(fresh: Fresh, limitsMs: number[]): Measured {
  const timed = <Result>(act: () => Result): [Result, number] => {
    const startedMs = performance.now()
    const result = act()
    return [result, performance.now() - startedMs]
  }
  const [savings, savingsMs] = timed(() => batchBySavings(fresh()))
  let usedMs = 0
  const ours = limitsMs.map((limitMs) => {
    const random = seededRandom(7)
    const [found, ms] = timed(() => batchOrders(fresh(), { limitMs, nowMs: () => performance.now(), random }))
    usedMs = ms
    return found.length
  })
  const firstCome = batchFirstCome(fresh()).length
  return { firstCome, seed: batchBySeed(fresh()), savings: savings.length, savingsMs, ours, usedMs }
}

/** A seed rule: the order with the longest tour begins a batch, and the one that adds least joins it while one fits. */
function batchBySeed({ loads, capacity, lengthOf }: BatchTask): number {
  const left = new Set(loads.keys())
  let length = 0
  while (left.size > 0) {
    const batch = [[...left].reduce((best, order) => (lengthOf([order]) > lengthOf([best]) ? order : best))]
    for (;;) {
      for (const order of batch) left.delete(order)
      const load = batch.reduce((sum, order) => sum + (loads[order]?.[0] ?? 0), 0)
      const fitting = [...left].filter((order) => load + (loads[order]?.[0] ?? 0) <= (capacity[0] ?? 0))
      if (fitting.length === 0) break
      batch.push(
        fitting.reduce((best, order) =>
          lengthOf([...batch, order]) < lengthOf([...batch, best]) ? order : best,
        ),
      )
    }
    length += lengthOf(batch)
  }
  return length
}
