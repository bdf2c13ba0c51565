import { readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { type PostgresHome, preparePostgresHome } from './postgres-home'
import {
  commandOf,
  endPostgres,
  findPostmaster,
  guardPostgres,
  type Shipping,
  socketQuery,
  startPostgres,
  untilReady,
} from './postgres-process'
import { sayWhile } from './say-while'

const DATABASE = 'stowline'
const WATCH_MS = 1_000
const MARK = 'owner-'

type Opening = {
  dataFolder: string
  log: (line: string) => void
  /** False for tests and drafts: fast, nothing survives a power cut, and `stop` removes it. */
  durable?: boolean
  shipping?: Shipping
}

/**
 * Opens the real Postgres that lives in a data folder: adopts the one still running there after our process was
 * killed, or starts one. It runs in a session of its own, so Ctrl-C leaves it to us to stop it last; when we die
 * without stopping it, its guardian does. Should Postgres itself die, it is started again on the same port.
 * @returns the address of its database, `stop`, which ends it cleanly, and `interrupt`, which takes it away for some
 * milliseconds as a trial (0 brings it back)
 * @throws Error with one line when another process uses the folder, or Postgres does not run here
 */
export async function openPostgres({ dataFolder, log, durable = true, shipping = 'none' }: Opening): Promise<{
  url: string
  stop: () => Promise<void>
  interrupt: (forMs: number) => Promise<void>
}> {
  const home = await preparePostgresHome(resolve(dataFolder), durable, log)
  const adopted = await takeOver(home, log)
  const mark = join(home.folder, `${MARK}${process.pid}`)
  writeFileSync(mark, '')
  const guardian = guardPostgres(home, mark)
  if (guardian) writeFileSync(mark, `${guardian.pid}`)
  const start = (port?: number) => startPostgres(home, durable, port, shipping)
  const { port } = adopted ?? (await sayWhile(log, 'Starting the database', () => start()))
  const address = `postgresql://postgres:${home.password}@127.0.0.1:${port}`
  await createDatabase(`${address}/postgres`)

  const watch = keepRunning(home, () => start(port), log)
  return {
    url: `${address}/${DATABASE}${socketQuery(home, port)}`,
    async interrupt(forMs) {
      watch.holdFor(forMs)
      if (forMs > 0) await endPostgres(home)
    },
    async stop() {
      await watch.end()
      rmSync(mark, { force: true })
      guardian?.stdin?.destroy()
      await endPostgres(home)
      if (!durable) rmSync(home.folder, { recursive: true, force: true })
    },
  }
}

/**
 * Decides what becomes of a Postgres that is still running. The mark of its owner is the right to decide: its guardian
 * must remove it before it may stop Postgres, we must remove it before we may adopt, and a file is removed only once.
 */
async function takeOver(home: PostgresHome, log: (line: string) => void) {
  const marks = readdirSync(home.folder).filter((name) => name.startsWith(MARK))
  const running = findPostmaster(home)
  if (running) {
    const owners = marks.map((name) => Number(name.slice(MARK.length)))
    const rival = owners.find((pid) => pid !== process.pid && commandOf(pid))
    if (rival) throw new Error(`another Stowline (process ${rival}) uses ${home.folder}; stop it first`)
  }
  const removed = marks.map((name) => remove(join(home.folder, name)))
  if (!running) return undefined
  if (removed.includes(true)) {
    log('Taking over the database, which is still running')
    return await sayWhile(log, 'Waiting for the database', () => untilReady(home))
  }
  await sayWhile(log, 'Waiting for the database to stop', () => endPostgres(home))
  return undefined
}

function remove(file: string): boolean {
  try {
    unlinkSync(file)
    return true
  } catch {
    return false
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    // Whoever receives the log opens after us: nothing waits for it yet.
    await client.query('SET synchronous_commit = local')
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Starts Postgres again whenever it is found dead. An adopted one is not our child, so we look instead of waiting. */
function keepRunning(home: PostgresHome, start: () => Promise<unknown>, log: (line: string) => void) {
  let starting: Promise<unknown> | undefined
  let heldUntil = 0
  const timer = setInterval(() => {
    if (starting || performance.now() < heldUntil || findPostmaster(home)) return
    log('The database has died; starting it again')
    starting = start()
      // Sessions of the dead one may still hold its memory: the next look tries again.
      .catch((error: unknown) => log(String(error)))
      .finally(() => (starting = undefined))
  }, WATCH_MS)
  timer.unref()
  return {
    holdFor(ms: number): void {
      heldUntil = performance.now() + ms
    },
    async end(): Promise<void> {
      clearInterval(timer)
      await starting
    },
  }
}
