import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts a server that is installed here; back when it says that it is ready, and it stays for as long as we run. */
export async function openDaemon(
  command: string,
  args: string[],
  readyWords: string,
): Promise<{ stop: () => Promise<void> }> {
  const daemon = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: Ctrl-C reaches only us, and what stands on it ends before it.
    detached: true,
  })
  const streams = [daemon.stdout, daemon.stderr]
  let said = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of streams)
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes(readyWords)) resolve()
      })
    daemon.once('error', reject).once('close', () => reject(new Error(`${command} did not start: ${said}`)))
  })
  for (const stream of streams) stream.removeAllListeners('data').resume()
  return {
    async stop() {
      const gone = once(daemon, 'close')
      daemon.kill('SIGTERM')
      await gone
    },
  }
}
