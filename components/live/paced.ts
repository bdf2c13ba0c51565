/**
 * Makes `run` bearable when there is a reason for it a hundred times a second: runs never overlap, start at least
 * `gapMs` apart, and the last reason is always followed by a whole run, so nothing that happened is missed. A run that fails is over like any other.
 * @returns `mark`: there is a reason to run
 */
export function paced(run: () => Promise<void>, gapMs: number, nowMs: () => number): () => void {
  let lastStartMs = Number.NEGATIVE_INFINITY
  let isMarked = false
  let isUnderWay = false

  const next = () => {
    const waitMs = lastStartMs + gapMs - nowMs()
    if (waitMs > 0) setTimeout(start, waitMs)
    else start()
  }
  const start = () => {
    isMarked = false
    lastStartMs = nowMs()
    void run().then(ended, ended)
  }
  const ended = () => {
    if (isMarked) next()
    else isUnderWay = false
  }
  return () => {
    isMarked = true
    if (isUnderWay) return
    isUnderWay = true
    next()
  }
}
