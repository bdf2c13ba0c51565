const PROGRESS_MS = 3_000

/** The newest line every few seconds: in place on a terminal, below each other in a log. */
export function showProgress(): { say: (line: string) => void; end: () => void } {
  let newest = ''
  const timer = setInterval(() => {
    if (newest) process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${newest}` : `${newest}\n`)
    newest = ''
  }, PROGRESS_MS)
  return {
    say: (line) => {
      newest = line
    },
    end: () => {
      clearInterval(timer)
      if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
    },
  }
}
