import { randomUUID } from 'node:crypto'
import { constants, setPriority } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { type Environment, readEnvironment } from '@/lib/platform/environment'
import { tellMetrics } from '@/lib/platform/metrics'
import { openTelemetry } from '@/lib/platform/telemetry'
import { openThinking } from './server/open-thinking'

/** Quicker than Inngest's own at first: a mail is late after a minute, the warehouse after 15 s. */
const BACKOFF = {
  delaysMs: [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 300_000],
  jitterMs: 500,
}
/** Less than its parent waits before it kills: what is not done by then is given back. */
const DRAIN_MS = 6_000
/** The argument that makes this process end what the embedded engine began, and begin nothing. */
const DRAIN = '--drain'
const DRAINED = '{"drained":true}'
const LOOK_AGAIN_MS = 2_000
const INNGEST_CLOUD = 'https://inn.gs/'

type Part = { stop: () => Promise<void> }

/**
 * The night shift: the embedded Inngest engine and everything it does, in a process of its own, so that background
 * work never takes a millisecond of a buyer's request and may be killed without one being noticed. With an Inngest
 * server named, it carries the events there instead.
 */
async function main(): Promise<void> {
  const environment = readEnvironment()
  const telemetry = await openTelemetry('night-shift', environment.OTEL_EXPORTER_OTLP_ENDPOINT)
  // A buyer's request goes first on a busy machine; what is deferred can wait its turn.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const [{ embedded }, { closeDatabase }] = await Promise.all([
    import('@/inngest/client'),
    import('@/lib/platform/db'),
  ])
  const drainOnly = process.argv.includes(DRAIN)
  const closers: (() => Promise<unknown>)[] = []
  openThinking(closers)
  if (!drainOnly) closers.push(await giveSigns())
  if (!drainOnly) await sayThatItBegan()
  const parts = embedded ? [await openEmbedded(drainOnly)] : await openForServer(environment)
  if (!drainOnly) parts.push((await import('@/lib/downstream/feed-webhooks')).feedWebhooks())
  let closing = false
  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    await Promise.all(parts.map((part) => part.stop()))
    for (const end of closers) await end()
    await closeDatabase()
    await telemetry.close().catch(() => {})
    process.exit(0)
  }
  // The house closed, or died: its end of our stdin is gone.
  process.stdin.resume().on('close', close)
  process.on('SIGTERM', close).on('SIGINT', close)
  process.stdout.write('{"ready":true}\n')
  tellMetrics()
  if (drainOnly) await sayWhenDrained()
}

/** How this process stands, for the screen that shows all of them, and its metrics for the process that started it. */
async function giveSigns(): Promise<() => Promise<void>> {
  const [{ beatProcess }] = await Promise.all([
    import('@/lib/system/beat-process'),
    import('@/lib/platform/measure-process'),
  ])
  return beatProcess('night-shift')
}

async function sayThatItBegan(): Promise<void> {
  const [{ nightShiftBegan }, { introduce }, { pool }] = await Promise.all([
    import('@/inngest/events'),
    import('@/inngest/introduce'),
    import('@/lib/platform/db'),
  ])
  await introduce()
  await pool.query(
    `INSERT INTO outbox_event (event_id, name, subject, data, occurred_at) VALUES ($1, $2, 'night-shift', '{}', now())`,
    [`night-shift.began:${randomUUID()}`, nightShiftBegan],
  )
}

async function openEmbedded(drainOnly: boolean): Promise<Part> {
  const [{ openEngine }, { functions }, { inngest, transport }] = await Promise.all([
    import('@/inngest/engine/open-engine'),
    import('@/inngest/registry'),
    import('@/inngest/client'),
  ])
  if (!transport) throw new Error('the deferred work belongs to another Inngest server')
  return openEngine({
    client: inngest,
    transport,
    functions,
    concurrency: 64,
    backoff: BACKOFF,
    drainMs: DRAIN_MS,
    drainOnly,
  })
}

async function openForServer(environment: Environment): Promise<Part[]> {
  const { INNGEST_BASE_URL, INNGEST_EVENT_KEY = '', INNGEST_SIGNING_KEY = '', HOST, PORT } = environment
  const [{ openRelay }, { hasUnfinishedRuns }] = await Promise.all([
    import('@/inngest/relay/open-relay'),
    import('@/inngest/engine/has-unfinished-runs'),
  ])
  const relay = await openRelay({
    baseUrl: INNGEST_BASE_URL ?? INNGEST_CLOUD,
    eventKey: INNGEST_EVENT_KEY,
    signingKey: INNGEST_SIGNING_KEY,
    doors: `http://${doorsHost(HOST)}:${PORT}`,
    onRefused,
  })
  return (await hasUnfinishedRuns()) ? [relay, await drainEmbedded()] : [relay]
}

// An address to listen at is not always one to call.
function doorsHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

// What the server will not have is kept for a person to put right, not lost.
async function onRefused(event: { id: string; name: string; data: unknown }, reason: string): Promise<void> {
  const { keepDeadLetter } = await import('@/lib/queue-health/keep-dead-letter')
  const data = z.record(z.string(), z.unknown()).catch({}).parse(event.data)
  await keepDeadLetter({
    key: `event:${event.id}`,
    kind: 'event',
    siteId: typeof data.site === 'string' ? data.site : null,
    queue: 'night-shift',
    subject: event.id,
    payload: { name: event.name, data },
    error: `the Inngest server refuses it: ${reason}`,
    attempts: 1,
    death: event.id,
  })
}

/** Runs cannot move to another server: this same program, without one, ends those that the embedded engine began. */
async function drainEmbedded(): Promise<Part> {
  const { superviseProcess } = await import('@/lib/platform/supervise-process')
  const withoutServer = { INNGEST_BASE_URL: '', INNGEST_EVENT_KEY: '', INNGEST_SIGNING_KEY: '' }
  const program = [...process.execArgv, process.argv[1] ?? '', DRAIN]
  const drain = superviseProcess('night-shift-drain', program, withoutServer, (line) => {
    if (line === DRAINED) void drain.stop()
  })
  drain.start()
  return drain
}

async function sayWhenDrained(): Promise<void> {
  const { hasUnfinishedRuns } = await import('@/inngest/engine/has-unfinished-runs')
  while (await hasUnfinishedRuns().catch(() => true)) await setTimeout(LOOK_AGAIN_MS)
  process.stdout.write(`${DRAINED}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`night shift: ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
