import { randomUUID } from 'node:crypto'
import type { Inngest, InngestFunction } from 'inngest'
import { serve } from 'inngest/edge'
import { listFunctions } from './call-function'
import { openDatabaseClock } from './database-clock'
import { registerCrons } from './fire-cron'
import { groupCommits } from './group-commits'
import { listenForWork } from './listen-for-work'
import { receiveCheckpoint } from './receive-checkpoint'
import { receiveEvents } from './receive-events'
import { registerCancels } from './register-cancels'
import { registerFunctions } from './register-functions'
import { type Backoff, inngestBackoff } from './rules/retry-delay'
import type { Workshop } from './run-job'
import type { SdkRequest, Transport } from './transport'
import { WorkLoop } from './work-loop'

export type EngineOptions = {
  client: Inngest.Any
  /** What the client was made with. */
  transport: Transport
  functions: readonly InngestFunction.Any[]
  /** Calls under way at once in this process. */
  concurrency?: number
  /** The longest wait between two looks at the queue; NOTIFY and due times shorten it. */
  pollMs?: number
  /** How long a job stays with a process that gives no sign of life. */
  leaseMs?: number
  backoff?: Backoff
  /** How long one call may take; after that its place is free and the attempt has failed. */
  callTimeoutMs?: number
  /** How often a job may take its process with it before its run fails. */
  poisonLimit?: number
  /** Begin nothing: only end what was begun, because events and schedules belong to another server now. */
  drainOnly?: boolean
  /** How long runs that ended are kept. */
  retentionMs?: number
  /** How long `stop` waits for calls under way before it gives their jobs back. */
  drainMs?: number
  /** The clock for everything that is due; the database's by default. */
  now?: () => Date
  /** In [0, 1), for the jitter of retries. */
  random?: () => number
}

export type Engine = {
  /** Claims nothing more, lets the calls under way end, gives back what does not end in time. */
  stop: () => Promise<void>
}

const THREE_DAYS_MS = 259_200_000
const FIVE_MINUTES_MS = 300_000

/**
 * Runs the functions of a client in this process, durable on Postgres.
 * @throws Error that names function and option, when a function asks for what the engine does not implement.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { client, transport, functions, leaseMs = 30_000, random = Math.random } = options
  const clock = options.now ? { now: options.now, sync: async () => {} } : await openDatabaseClock()
  const closing = new AbortController()
  const commit = groupCommits(clock.now, closing.signal)
  let work: WorkLoop | undefined

  const door = serve({ client, functions: [...functions] })
  const registry = registerFunctions(await listFunctions(door, transport))
  await registerCrons(options.drainOnly ? [] : registry.crons, [...registry.functions.keys()], clock.now())
  await registerCancels(registry.cancels, [...registry.functions.keys()])

  const unlisten = await listenForWork(() => work?.wake())
  transport.connect(async ({ path, body }: SdkRequest) => {
    if (/^\/v1\/checkpoint\/[^/]+\/async$/.test(path)) return receiveCheckpoint(body, commit)
    if (path !== `/e/${transport.eventKey}`) return Response.json({ error: 'not found' }, { status: 404 })
    const response = await receiveEvents(body, clock.now())
    work?.wake()
    return response
  })

  const workshop: Workshop = {
    door,
    transport,
    registry,
    commit,
    random,
    now: clock.now,
    backoff: options.backoff ?? inngestBackoff,
    poisonLimit: options.poisonLimit ?? 5,
    callTimeoutMs: options.callTimeoutMs ?? FIVE_MINUTES_MS,
  }
  const loop = new WorkLoop(workshop, {
    engineId: randomUUID(),
    concurrency: options.concurrency ?? 32,
    pollMs: options.pollMs ?? 1_000,
    leaseMs,
    retentionMs: options.retentionMs ?? THREE_DAYS_MS,
    drainMs: options.drainMs ?? 10_000,
    drainOnly: options.drainOnly ?? false,
    syncClock: clock.sync,
  })
  work = loop
  const close = async () => {
    unlisten()
    await loop.stop()
    closing.abort()
    transport.disconnect()
  }
  let closed: Promise<void> | undefined
  return {
    stop() {
      closed ??= close()
      return closed
    },
  }
}
