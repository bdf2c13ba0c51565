import { statfsSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pool } from './db'
import { gauge } from './metrics'
import { readBuild } from './read-build'

gauge('stowline_build_info', 'What this process was built from; always 1', ['version', 'commit'], (build) => {
  const { version, commit } = readBuild()
  build.set({ version, commit: commit ?? 'unknown' }, 1)
})

gauge('stowline_postgres_connections', 'Connections of the pool', ['state'], (connections) => {
  connections.set({ state: 'idle' }, pool.idleCount)
  connections.set({ state: 'in-use' }, pool.totalCount - pool.idleCount)
})
gauge('stowline_postgres_connections_limit', 'Most connections of the pool', [], (limit) => {
  limit.set(pool.options.max)
})
gauge('stowline_postgres_waiting_statements', 'Asked for while every connection is in use', [], (waiting) => {
  waiting.set(pool.waitingCount)
})

/** The disk under the data folder. */
export function measureDisk(): { diskFreeBytes: number; diskBytes: number } {
  const { bavail, blocks, bsize } = statfsSync(process.env.STOWLINE_DATA || '.')
  return { diskFreeBytes: bavail * bsize, diskBytes: blocks * bsize }
}

gauge('stowline_disk_free_bytes', 'Free on the disk under the data folder', [], (free) => {
  free.set(measureDisk().diskFreeBytes)
})
gauge('stowline_disk_bytes', 'Size of the disk under the data folder', [], (size) => {
  size.set(measureDisk().diskBytes)
})

const RESOLUTION_MS = 10

/** How late the event loop came back since this was last asked, the worst 1 %. */
export function openLoopWatch(): { p99LagMs: () => number; close: () => void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  return {
    p99LagMs() {
      const lagMs = Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS)
      delay.reset()
      return Math.round(lagMs * 10) / 10
    },
    close: () => void delay.disable(),
  }
}
