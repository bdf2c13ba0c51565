const EVERY_MS = 2_000

/** Says what takes long, again and again with the seconds gone, from two seconds on. */
export async function sayWhile<T>(
  log: (line: string) => void,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  let seconds = 0
  const timer = setInterval(() => {
    seconds += EVERY_MS / 1000
    log(`${what} … ${seconds} s`)
  }, EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
