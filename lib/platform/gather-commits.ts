import { settleInGroups, type Waiting } from './settle-in-groups'

/**
 * Lets many callers share few transactions: one commit is under way at a time, and while it is, the next group gathers. A
 * quiet process commits at once, a busy one pays one fsync and a few round trips for many.
 * @param limits sizes by `sizeOf`: a group is as large as fits (or one item), and who would make more wait is turned away
 * @param commit answers each item of its group in order; when it throws, the whole group fails
 * @returns takes an item; null when too many are waiting
 */
export function gatherCommits<Item, Result>(
  limits: { largestGroup: number; mostWaiting: number; sizeOf: (item: Item) => number },
  commit: (group: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> | null {
  let waitingSize = 0

  function take(waiting: Waiting<Item, Result>[]) {
    let size = 0
    const end = waiting.findIndex(({ item }, index) => {
      size += limits.sizeOf(item)
      return index > 0 && size > limits.largestGroup
    })
    const group = end === -1 ? waiting : waiting.slice(0, end)
    for (const { item } of group) waitingSize -= limits.sizeOf(item)
    return { group, rest: end === -1 ? [] : waiting.slice(end) }
  }

  async function settle(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await commit(group.map(({ item }) => item))
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  const submit = settleInGroups(take, settle)
  return (item) => {
    const size = limits.sizeOf(item)
    if (waitingSize > 0 && waitingSize + size > limits.mostWaiting) return null
    waitingSize += size
    return submit(item)
  }
}
