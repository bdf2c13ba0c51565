/** What will happen, by its time. */
export type Agenda<Happening> = {
  add: (atMs: number, happening: Happening) => void
  /** When the next thing happens; Infinity when nothing will. */
  nextAtMs: () => number
  /** Takes the next thing off that happens by then; of the same instant, what was added first. */
  takeUntil: (ms: number) => { atMs: number; happening: Happening } | undefined
}

export function openAgenda<Happening>(): Agenda<Happening> {
  // The last is the next: taking it off moves nothing.
  const waiting: { atMs: number; happening: Happening }[] = []
  return {
    add(atMs, happening) {
      let [low, high] = [0, waiting.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((waiting[middle]?.atMs ?? 0) > atMs) low = middle + 1
        else high = middle
      }
      waiting.splice(low, 0, { atMs, happening })
    },
    nextAtMs: () => waiting.at(-1)?.atMs ?? Number.POSITIVE_INFINITY,
    takeUntil: (ms) => ((waiting.at(-1)?.atMs ?? Number.POSITIVE_INFINITY) <= ms ? waiting.pop() : undefined),
  }
}
