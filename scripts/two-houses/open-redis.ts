import { spawnSync } from 'node:child_process'
import { freePort } from './free-port'
import { openDaemon } from './open-daemon'

export type Redis = { url: string; stop: () => Promise<void> }

/** A Redis for as long as we run, where one is installed; it keeps nothing. */
export async function openRedis(): Promise<Redis | undefined> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined
  const port = await freePort()
  const nothingKept = ['--save', '', '--appendonly', 'no']
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', ...nothingKept]
  return {
    url: `redis://127.0.0.1:${port}`,
    ...(await openDaemon('redis-server', args, 'Ready to accept')),
  }
}
