import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { applyMigrations } from '@/lib/platform/apply-migrations'
import { openPostgres } from '@/lib/platform/embedded-postgres'
import { readEnvironment } from '@/lib/platform/environment'
import { keepSecret } from '@/lib/platform/keep-secret'
import { openTelemetry } from '@/lib/platform/telemetry'
import { openThinking } from './server/open-thinking'
import { openVault, shippingOf } from './server/open-vault'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Closes what was opened, in the opposite order. */
const closers: (() => Promise<unknown>)[] = []
let closing = false

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
  const dataFolder = resolve(environment.STOWLINE_DATA)
  mkdirSync(dataFolder, { recursive: true })
  // Whether it is the demo is told by the absence of a DATABASE_URL, which is filled in next.
  process.env.STOWLINE_DEMO = environment.STOWLINE_DEMO ? '1' : '0'
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
  const { findBelt } = await import('@/lib/conveyor/find-belt')
  openWatch({
    houseUrl: doors.url,
    heartbeatUrl: environment.STOWLINE_HEARTBEAT_URL,
    spool: () => findBelt().standing(),
    closers,
  })
  await outside.announceReady(doors.url)
}

// Who listened to us may be gone; the house stays open.
process.stdout.on('error', () => {})
process.on('SIGINT', () => void closeHouse(0)).on('SIGTERM', () => void closeHouse(0))
openHouse().catch((error: unknown) => {
  process.stderr.write(`Stowline cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  void closeHouse(1)
})
