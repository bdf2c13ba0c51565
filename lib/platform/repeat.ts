/** Does something again and again, with a pause between; what it returns ends it, after the turn under way. */
export function repeat(turn: () => Promise<void>, pauseMs: number): () => Promise<void> {
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let wake: () => void = () => {}
  const done = (async () => {
    while (!ended) {
      await turn()
      if (ended) return
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, pauseMs)
      })
    }
  })()
  return () => {
    ended = true
    clearTimeout(timer)
    wake()
    return done
  }
}
