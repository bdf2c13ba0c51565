import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { applyMigrations } from '@/lib/platform/apply-migrations'
import { openPostgres } from '@/lib/platform/embedded-postgres'
import { readEnvironment } from '@/lib/platform/environment'
import { keepSecret } from '@/lib/platform/keep-secret'
import { slot } from '@/lib/platform/slot'
import { openTelemetry } from '@/lib/platform/telemetry'
import { openThinking } from './server/open-thinking'
import { openVault, shippingOf } from './server/open-vault'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Closes what was opened, in the opposite order. */
const closers: (() => Promise<unknown>)[] = []
let closing = false
let drainSeconds = 0

/** One Ctrl-C may arrive twice, from the terminal and from npm. */
const SAME_SIGNAL_MS = 1_000
let toldAt: number | undefined

async function closeHouse(code: number): Promise<void> {
  if (closing) return
  closing = true
  for (const close of closers.reverse())
    await close().catch((error: unknown) => say(`while closing: ${error}`))
  process.exit(code)
}

/**
 * Opens the house: Postgres, migrations, the demo, the outside world of the demo, the night shift, the doors.
 * Rooms are imported only once the database has an address, because they connect when they are loaded.
 */
async function openHouse(): Promise<void> {
  const environment = readEnvironment()
  drainSeconds = environment.STOWLINE_DRAIN_SECONDS
  const dataFolder = resolve(environment.STOWLINE_DATA)
  mkdirSync(dataFolder, { recursive: true })
  // Whether it is the demo is told by the absence of a DATABASE_URL, which is filled in next.
  process.env.STOWLINE_DEMO = environment.STOWLINE_DEMO ? '1' : '0'
  if (!environment.STOWLINE_SECRET && (environment.REDIS_URL ?? environment.STOWLINE_PEER_URL))
    say(`STOWLINE_SECRET is not set: sessions of another machine are not known here, nor ours there`)
  process.env.STOWLINE_SECRET ??= environment.STOWLINE_SECRET ?? keepSecret(dataFolder)

  const shipping = shippingOf(environment)
  let interruptDatabase: ((forMs: number) => Promise<void>) | undefined
  if (!environment.DATABASE_URL) {
    const postgres = await openPostgres({ dataFolder, log: say, shipping })
    closers.push(postgres.stop)
    interruptDatabase = postgres.interrupt
    process.env.DATABASE_URL = postgres.url
    // Before the first commit, which may wait for it.
    if (shipping !== 'none') closers.push(openVault(environment, dataFolder))
  }
  await applyMigrations(process.env.DATABASE_URL ?? '', 'prisma/migrations', say)

  const telemetry = await openTelemetry('web', environment.OTEL_EXPORTER_OTLP_ENDPOINT)
  closers.push(telemetry.close)
  openThinking(closers)
  const { closeDatabase } = await import('@/lib/platform/db')
  closers.push(closeDatabase)
  const { openOutside } = await import('./server/open-outside')
  const { openDoors } = await import('./server/open-doors')
  const { openWatch } = await import('./server/open-watch')
  const outside = await openOutside({ environment, dataFolder, say, closers, interruptDatabase })
  const doors = await openDoors({ environment, dataFolder, closers, nightShift: outside.nightShift })
  const { beatProcess } = await import('@/lib/system/beat-process')
  closers.push(beatProcess('web'))
  const { findBelt } = await import('@/lib/conveyor/find-belt')
  openWatch({
    houseUrl: doors.url,
    heartbeatUrl: environment.STOWLINE_HEARTBEAT_URL,
    isBackedUp: environment.STOWLINE_BACKUP !== undefined,
    spool: () => findBelt().standing(),
    closers,
  })
  await outside.announceReady(doors.url)
}

/**
 * SIGTERM comes from who runs many of us: this one says that it is not ready, and serves on until whoever sends requests
 * here has noticed. Who tells us twice means now; the parts end by themselves when we are gone.
 */
async function leaveHouse(signal: NodeJS.Signals): Promise<void> {
  if (toldAt !== undefined) {
    if (performance.now() - toldAt > SAME_SIGNAL_MS) process.exit(1)
    return
  }
  toldAt = performance.now()
  slot.isLeaving = true
  if (signal === 'SIGTERM') await setTimeout(drainSeconds * 1_000)
  await closeHouse(0)
}

// Who listened to us may be gone; the house stays open.
process.stdout.on('error', () => {})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leaveHouse(signal))
openHouse().catch((error: unknown) => {
  process.stderr.write(`Stowline cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  void closeHouse(1)
})
