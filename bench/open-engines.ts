import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { applyMigrations } from '@/lib/platform/apply-migrations'
import { openPostgres } from '@/lib/platform/embedded-postgres'
import { makeDataFolder } from '@/lib/platform/make-data-folder'

/** What an engine process says of itself: CPU time and SQL statements since it began. */
export type Count = { cpuMs: number; statements: number }

export type EngineProcess = {
  pid: number
  count: () => Promise<Count>
  shiftClock: (ms: number) => Promise<void>
  kill: () => Promise<void>
}

/** A real Postgres of its own, migrated, and as many engine processes on it as are asked for. */
export async function openEngines() {
  const dataFolder = makeDataFolder('engines')
  const postgres = await openPostgres({ dataFolder, log: () => {} })
  await applyMigrations(postgres.url, 'prisma/migrations', () => {})
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 })
  await pool.query(
    'CREATE TABLE bench_effect (run text, step text, by_pid int, attempts int DEFAULT 1, PRIMARY KEY (run, step))',
  )
  const open = new Set<EngineProcess>()
  return {
    pool,
    async start(settings: Record<string, string> = {}): Promise<EngineProcess> {
      const engine = await startEngine({ ...settings, DATABASE_URL: postgres.url })
      open.add(engine)
      return engine
    },
    /** Forgets all runs and effects. */
    async empty(): Promise<void> {
      await pool.query('TRUNCATE outbox_event, engine_run, bench_effect CASCADE')
    },
    /** Queues runs of one of the bench's functions; returns the database's time at which all of them were queued. */
    async queue(event: 'bench/one-step' | 'bench/effect', runs: number): Promise<Date> {
      await pool.query(
        `INSERT INTO outbox_event (event_id, name, subject, data, occurred_at)
         SELECT 'run-' || n, $1, 'bench', jsonb_build_object('number', n), now() FROM generate_series(1, $2::int) n`,
        [event, runs],
      )
      const { rows } = await pool.query("SELECT clock_timestamp() AS at, pg_notify('night_shift', '')")
      return rows[0].at
    },
    async close(): Promise<void> {
      await Promise.all([...open].map((engine) => engine.kill()))
      await pool.end()
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export type Engines = Awaited<ReturnType<typeof openEngines>>

async function startEngine(settings: Record<string, string>): Promise<EngineProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/engine-process.ts'], {
    env: { ...process.env, ...settings, STOWLINE_PROCESS: 'bench-engine', LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const said = once(lines, 'line')
  const died = once(child, 'close').then(() => Promise.reject(new Error('an engine process did not open')))
  died.catch(() => {})
  await Promise.race([said, died])
  const ask = async (word: string): Promise<Count> => {
    const answer = once(lines, 'line')
    child.stdin.write(`${word}\n`)
    const [line] = await answer
    return JSON.parse(line) as Count
  }
  return {
    pid: child.pid ?? 0,
    count: () => ask('count'),
    shiftClock: async (ms) => void (await ask(`shift ${ms}`)),
    kill: () => killed(child),
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'close')
}

/** Asks every 200 ms until there is an answer. */
export async function until<T>(ask: () => Promise<T | undefined>, seconds: number, what: string): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > end) throw new Error(`after ${seconds} s still not: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
