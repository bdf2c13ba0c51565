import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './free-port'

export type Redis = { url: string; stop: () => Promise<void> }

/** A Redis for as long as we run, where one is installed; it keeps nothing. */
export async function openRedis(): Promise<Redis | undefined> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined
  const port = await freePort()
  const nothingKept = ['--save', '', '--appendonly', 'no']
  const redis = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', ...nothingKept], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Its own group: Ctrl-C reaches only us, and the houses end before it.
    detached: true,
  })
  const ready = new Promise<void>((resolve, reject) => {
    redis.stdout.on('data', (line) => String(line).includes('Ready to accept') && resolve())
    redis.once('close', () => reject(new Error('Redis did not start')))
  })
  await ready
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const gone = once(redis, 'close')
      redis.kill('SIGTERM')
      await gone
    },
  }
}
