import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PostgresHome } from './postgres-home'
import { RECEIVER } from './rules/wal-segment'

const POLL_MS = 20
/** A fast shutdown writes a checkpoint; after this long it is cut short, and the next start recovers from the log. */
const STOP_MS = 30_000
const LOG_BYTES = 8 * 1024 * 1024

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  shared_buffers: '256MB',
  // Many small commits: few checkpoints, room for their log between two of them, and no replica to write it for.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_buffers: '16MB',
  random_page_cost: '1.1',
  // Statements of a few milliseconds never earn back a compilation; /dev/shm of a container is too small for workers.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  autovacuum_naptime: '15s',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}
/** The longest path a socket may have, less the file's own name; macOS allows four bytes fewer than Linux. */
const SOCKET_FOLDER_BYTES = 85
/** With a receiver of the log (`lib/platform/receive-wal.ts`); it may be away for so much of it. */
const SHIPPING = { wal_level: 'replica', max_wal_senders: '4', wal_keep_size: '4GB', hot_standby: 'off' }
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Whether the log goes to a receiver as it is written, and commits wait until it is on the receiver's disk. */
export type Shipping = 'none' | 'behind' | 'before-commits'

export type Postmaster = { pid: number; port: number; ready: boolean }

/** The command line of a process; undefined when it has ended, even if nobody has collected it yet. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'win32') {
    const tasks = spawnSync('tasklist', ['/fi', `pid eq ${pid}`, '/fo', 'csv', '/nh'], {
      encoding: 'utf8',
    }).stdout
    return tasks.includes(`"${pid}"`) ? tasks : undefined
  }
  if (!existsSync('/proc/self/cmdline')) {
    return (
      spawnSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).stdout.trim() || undefined
    )
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || undefined
  } catch {
    return undefined
  }
}

/**
 * The running Postgres of this cluster, as its lock file tells. A lock file that a crash left behind doesn't count.
 * @throws Error when the lock file names a Postgres that may or may not be the one of this cluster
 */
export function findPostmaster({ cluster }: Pick<PostgresHome, 'cluster'>): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid, , , port, , , , status] = lines
  const command = commandOf(Number(pid))
  if (!command) return undefined
  if (!command.includes('postgres')) {
    // The number went to another process meanwhile; Postgres would take that for a rival and refuse to start.
    rmSync(file, { force: true })
    return undefined
  }
  if (process.platform !== 'win32' && !command.includes(cluster)) {
    throw new Error(`process ${pid} may be a Postgres on ${cluster}, moved while it ran: stop it first`)
  }
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' }
}

/**
 * Starts Postgres in a session of its own and waits until it takes connections, however long recovery needs.
 * @throws Error with the end of Postgres's log when it ends instead
 */
export async function startPostgres(
  home: PostgresHome,
  durable: boolean,
  wantedPort?: number,
  shipping: Shipping = 'none',
): Promise<Postmaster> {
  const port = wantedPort ?? (await freePort())
  const sockets = { unix_socket_directories: socketFolder(home) }
  const settings = Object.entries({
    ...SETTINGS,
    ...sockets,
    ...(durable ? {} : FORGETFUL),
    ...(shipping === 'none' ? {} : SHIPPING),
    ...(shipping === 'before-commits' ? { synchronous_standby_names: RECEIVER } : {}),
    port: `${port}`,
  })
  const logFile = join(home.folder, 'log')
  if (existsSync(logFile) && statSync(logFile).size > LOG_BYTES) truncateSync(logFile)
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(
    home.binaries.postgres,
    ['-D', home.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...home.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  child.unref()
  let ended = false
  child.once('error', () => (ended = true)).once('exit', () => (ended = true))
  for (;;) {
    const running = findPostmaster(home)
    if (running?.ready && running.pid === child.pid) return running
    if (ended) {
      const lines = readFileSync(logFile, 'utf8').trim().split('\n')
      const reasons = lines.slice(-10).filter((line) => line.includes('FATAL'))
      throw new Error(
        `Postgres ended while starting: ${(reasons.length > 0 ? reasons : lines).slice(-3).join(' / ')}`,
      )
    }
    await wait(POLL_MS)
  }
}

// Beside the data, where only its owner may enter. A list is parsed from it, so plain characters only.
function socketFolder({ cluster }: PostgresHome): string {
  const usable = process.platform !== 'win32' && /^[\w./-]+$/.test(cluster)
  return usable && Buffer.byteLength(cluster) <= SOCKET_FOLDER_BYTES ? cluster : ''
}

/**
 * The query of a connection address that prefers the cluster's Unix socket, where there is one. Measured against TCP
 * on the same machine: half the CPU of a statement on our side, 1.4 to 1.7 times the statements a second.
 */
export function socketQuery({ cluster }: PostgresHome, port: number): string {
  return existsSync(join(cluster, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(cluster)}` : ''
}

/** Waits until a Postgres that somebody else started takes connections; undefined when it ends instead. */
export async function untilReady(home: PostgresHome): Promise<Postmaster | undefined> {
  for (;;) {
    const running = findPostmaster(home)
    if (!running || running.ready) return running
    await wait(POLL_MS)
  }
}

/** Ends the running Postgres, if any, and waits for it; its sessions are cut, its data is written. */
export async function endPostgres(home: PostgresHome): Promise<void> {
  const startedAt = Date.now()
  let asked: NodeJS.Signals | undefined
  for (;;) {
    const running = findPostmaster(home)
    if (!running) return
    const signal = Date.now() - startedAt < STOP_MS ? 'SIGINT' : 'SIGQUIT'
    if (asked !== signal) ask(home, running.pid, signal)
    asked = signal
    await wait(POLL_MS)
  }
}

function ask({ binaries, cluster }: PostgresHome, pid: number, signal: NodeJS.Signals): void {
  // A signal would end Postgres on the spot on Windows.
  if (process.platform === 'win32') {
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate'
    spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', mode, '-W'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended.
  }
}

/**
 * Stops Postgres when this process is gone: it reads from a pipe that only we hold open. First it must remove our
 * mark, so that it never stops a Postgres that a new owner has taken over. Windows has no sh: there Postgres keeps
 * running and the next start adopts it.
 */
export function guardPostgres({ cluster }: PostgresHome, mark: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const script = 'read -r _; rm "$1" && read -r pid < "$2" && kill -INT "$pid"'
  const guardian = spawn(
    '/bin/sh',
    ['-c', script, 'postgres-guardian', mark, join(cluster, 'postmaster.pid')],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  )
  guardian.on('error', () => {})
  guardian.unref()
  return guardian
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}
