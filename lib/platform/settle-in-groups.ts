/** An item and the caller who waits for its answer. */
export type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

type Taken<Item, Result> = { group: Waiting<Item, Result>[]; rest: Waiting<Item, Result>[] }

/**
 * Settles many callers' items in groups, one group at a time: while one is under way the next gathers, so a quiet process
 * settles at once and a busy one pays a few round trips for many.
 * @param take of those who wait, in their order, the next group (never empty) and who waits on
 * @param settle answers every caller of its group, and never throws
 */
export function settleInGroups<Item, Result>(
  take: (waiting: Waiting<Item, Result>[]) => Taken<Item, Result>,
  settle: (group: Waiting<Item, Result>[]) => Promise<void>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let isBusy = false

  async function drain(): Promise<void> {
    isBusy = true
    while (waiting.length > 0) {
      const { group, rest } = take(waiting)
      waiting = rest
      await settle(group)
    }
    isBusy = false
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isBusy) void drain()
    })
}
