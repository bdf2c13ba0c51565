import type { Belt } from '@/lib/conveyor/open-belt'
import { pool } from '@/lib/platform/db'
import { readBuild } from '@/lib/platform/read-build'
import { slot } from '@/lib/platform/slot'
import { listQueues } from '@/lib/queue-health/queries'
import { listBackups, listProcesses, listSigns, measureDatabase, measureOutbox } from './queries'
import { reachPart } from './reach-part'
import { judgeBackups, judgeEngine, judgeOutbox, judgeWatcher, worst } from './rules/judge-system'
import type { Part, System } from './schema'

const SLOW_MS = 250
const STRIPE = 'https://api.stripe.com'

/** The whole house as it stands: processes, parts, lag, sizes, backups. */
export async function describeSystem(now: Date): Promise<System> {
  const [database, signs, watcher, outbox, processes, sizes, backups, queues, outside] = await Promise.all([
    askDatabase(),
    Promise.all(['engine', 'relay'].map(listSigns)),
    listSigns('watcher'),
    measureOutbox(),
    listProcesses(),
    measureDatabase(),
    listBackups(),
    listQueues('all'),
    Promise.all(outsideParts().map(([part, address]) => reachPart(part, address))),
  ])
  const oldest = queues.items.toSorted((a, b) => (b.oldestWaitSeconds ?? 0) - (a.oldestWaitSeconds ?? 0))[0]
  const parts = [
    database,
    judgeEngine(signs.flat()),
    judgeWatcher(watcher[0]?.seconds ?? null),
    sockets(),
    ...outside,
    ...spool(),
    judgeOutbox(outbox.outboxWaiting, outbox.outboxOldestSeconds),
    judgeBackups(backups, now),
  ]
  return {
    standing: worst([...parts, ...processes].map(({ standing }) => standing)),
    ...readBuild(),
    readAt: now.toISOString(),
    ...{ parts, processes, database: sizes, backups },
    lag: {
      ...outbox,
      oldestOwed: oldest?.oldestWaitSeconds
        ? { queue: oldest.name, site: oldest.site, seconds: oldest.oldestWaitSeconds }
        : null,
    },
  }
}

function outsideParts(): [string, string][] {
  const { SMTP_URL, STRIPE_SECRET_KEY, STRIPE_API_URL, PAYMENT_SANDBOX_URL, REDIS_URL } = process.env
  const provider = STRIPE_SECRET_KEY ? STRIPE_API_URL || STRIPE : PAYMENT_SANDBOX_URL
  const named: [string, string | undefined][] = [
    ['Mail server', SMTP_URL],
    ['Payment provider', provider],
    ['Redis', REDIS_URL],
  ]
  return named.flatMap(([part, address]) => (address ? [[part, address] as [string, string]] : []))
}

async function askDatabase(): Promise<Part> {
  const inUse = pool.totalCount - pool.idleCount
  const askedAt = performance.now()
  await pool.query('SELECT 1')
  const ms = Math.round(performance.now() - askedAt)
  return {
    part: 'Database',
    standing: ms > SLOW_MS ? 'warning' : 'ok',
    says: `answers in ${ms} ms; ${inUse} of ${pool.options.max} connections in use here`,
  }
}

const sockets = (): Part =>
  slot.emitLive
    ? { part: 'Sockets', standing: 'ok', says: 'open' }
    : { part: 'Sockets', standing: 'failed', says: 'not open: screens do not hear of changes' }

function spool(): Part[] {
  const standing = (slot.belt as Belt | undefined)?.standing()
  if (!standing) return []
  const { unrecorded, oldestUnrecordedAtMs, spoolError } = standing
  if (spoolError !== null)
    return [{ part: 'Belt spool', standing: 'failed', says: `the disk takes no more: ${spoolError}` }]
  const isBehind = oldestUnrecordedAtMs !== null && Date.now() - oldestUnrecordedAtMs > 10_000
  const says =
    unrecorded === 0 ? 'everything is in the database' : `${unrecorded} answers wait for the database`
  return [{ part: 'Belt spool', standing: isBehind ? 'warning' : 'ok', says }]
}
