import { Inngest, type InngestFunction } from 'inngest'
import { pool } from '@/lib/platform/db'
import { type Engine, type EngineOptions, openEngine } from '../open-engine'
import { createTransport } from '../transport'

const open = new Set<Engine>()

type Functions = (client: Inngest) => InngestFunction.Any[]
type Options = Partial<Omit<EngineOptions, 'client' | 'transport' | 'functions'>>

/** An engine with a client of its own, quick to look and quick to retry. */
export async function openTestEngine(functions: Functions, options: Options = {}) {
  const transport = createTransport()
  const { signingKey, eventKey, baseUrl, fetch } = transport
  const quiet = { debug() {}, info() {}, warn() {}, error() {} }
  const client = new Inngest({
    id: 'shop',
    isDev: false,
    signingKey,
    eventKey,
    baseUrl,
    fetch,
    logger: quiet,
  })
  const backoff = { delaysMs: [0], jitterMs: 0 }
  const engine = await openEngine({
    client,
    transport,
    functions: functions(client),
    pollMs: 20,
    backoff,
    ...options,
  })
  open.add(engine)
  return { engine, client }
}

/** Stops every engine that a test left open. */
export async function stopTestEngines(): Promise<void> {
  await Promise.all([...open].map((engine) => engine.stop()))
  open.clear()
}

/** Writes an event as domain code does. */
export async function sayEvent(
  name: string,
  id: string,
  data: object = {},
  occurredAt = new Date(),
): Promise<void> {
  await pool.query(
    'INSERT INTO outbox_event (event_id, name, subject, data, occurred_at) VALUES ($1, $2, $1, $3, $4)',
    [id, name, data, occurredAt],
  )
}

export type RunRow = {
  id: string
  function_id: string
  idempotency_key: string
  status: 'active' | 'completed' | 'failed' | 'cancelled'
  output: unknown
  error: { name: string; message: string } | null
}

export async function listRuns(functionId?: string): Promise<RunRow[]> {
  const { rows } = await pool.query<RunRow>(
    'SELECT * FROM engine_run WHERE $1::text IS NULL OR function_id = $1 ORDER BY created_at, idempotency_key',
    [functionId ?? null],
  )
  return rows
}

/** The one run of a function, once it has ended. */
export async function endedRun(functionId: string): Promise<RunRow> {
  return until(async () => (await listRuns(functionId)).find(({ status }) => status !== 'active'))
}

const LONGEST_WAIT_MS = 20_000

/** Asks again and again until there is an answer. */
export async function until<T>(ask: () => Promise<T> | T): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  while (performance.now() < deadline) {
    const answer = await ask()
    if (answer) return answer as NonNullable<Exclude<T, false>>
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('what was waited for did not happen')
}
