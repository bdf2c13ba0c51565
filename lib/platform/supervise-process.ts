import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** A process that lived this long did not die of its start: the next wait is short again. */
const HEALTHY_MS = 60_000
const STOP_MS = 8_000

export type Supervised = {
  /** True while the process runs and has said that it is ready. */
  ready: () => boolean
  start: () => void
  /** Ends the process and keeps it ended: asks by closing its stdin, insists after 8 s. */
  stop: () => Promise<void>
}

/**
 * Runs a part of the house as a process of its own and starts it again when it dies. The child's stdin is a pipe that
 * nobody writes to: when this process dies, however hard, the pipe closes and the child ends by itself.
 * @param onLine each line that the child prints; the first one means that it is ready
 */
export function superviseProcess(
  name: string,
  args: string[],
  env: Record<string, string>,
  onLine: (line: string) => void = () => {},
): Supervised {
  let child: ChildProcess | undefined
  let wanted = false
  let isReady = false
  let waitMs = FIRST_WAIT_MS
  let again: NodeJS.Timeout | undefined

  function run(): void {
    const startedAt = Date.now()
    const started = spawn(process.execPath, args, {
      env: { ...process.env, ...env, STOWLINE_PROCESS: name },
      stdio: ['pipe', 'pipe', 'inherit'],
      // Its own group: Ctrl-C reaches only us, and we end the parts in order.
      detached: true,
    })
    child = started
    // Without a listener a child that dies while we write would take us with it.
    started.stdin.on('error', () => {})
    createInterface({ input: started.stdout }).on('line', (line) => {
      isReady = true
      onLine(line)
    })
    started.on('error', (error) => process.stderr.write(`${name} cannot start: ${error.message}\n`))
    started.on('close', () => {
      child = undefined
      isReady = false
      if (!wanted) return
      waitMs = Date.now() - startedAt > HEALTHY_MS ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS)
      again = setTimeout(run, waitMs)
    })
  }

  return {
    ready: () => isReady,
    start() {
      if (wanted) return
      wanted = true
      waitMs = FIRST_WAIT_MS
      run()
    },
    async stop() {
      wanted = false
      clearTimeout(again)
      if (!child) return
      const ending = child
      const ended = new Promise<void>((resolve) => ending.once('close', () => resolve()))
      ending.stdin?.end()
      const insist = setTimeout(() => ending.kill('SIGKILL'), STOP_MS)
      await ended
      clearTimeout(insist)
    },
  }
}
