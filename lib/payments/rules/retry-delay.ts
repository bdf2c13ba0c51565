const FIRST_MS = 1_000
const LONGEST_MS = 300_000

/** How long a movement waits after its so-manieth attempt without an answer: 1 s, doubled each time, at most 5 minutes. */
export function retryDelayMs(attempts: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20))
}
