import { db, statement } from '@/lib/platform/db'
import { judgeProcess } from './rules/judge-system'
import { type Backup, type HouseProcess, processFiguresSchema, type System } from './schema'

/** Whoever has been silent for longer has been replaced, or is missed by other means. */
const SHOWN = '10 minutes'
const MOST_TABLES = 12

type Beat = Omit<HouseProcess, 'startedAt' | 'beatAt' | 'standing' | 'says' | 'silentSeconds'> & {
  started_at: Date
  beat_at: Date
  silent_seconds: number
  figures: unknown
}

/** Every process of the house, on whichever machine, that gave a sign of life within ten minutes. */
export async function listProcesses(): Promise<HouseProcess[]> {
  const rows = await statement<Beat>(
    'list-processes',
    `SELECT id, kind, host, pid, version, commit, started_at, beat_at, figures,
       greatest(0, extract(epoch FROM now() - beat_at))::float8 AS silent_seconds
     FROM process_beat WHERE beat_at > now() - interval '${SHOWN}' ORDER BY kind DESC, host, started_at`,
    [],
  )
  return rows.map(({ started_at, beat_at, silent_seconds: silentSeconds, figures: written, ...process }) => {
    const figures = processFiguresSchema.parse(written)
    const times = { startedAt: started_at.toISOString(), beatAt: beat_at.toISOString(), silentSeconds }
    return { ...process, ...times, ...figures, ...judgeProcess(figures, silentSeconds) }
  })
}

export type Lag = { outboxWaiting: number; outboxOldestSeconds: number }

/** What was said and no engine has taken yet. */
export async function measureOutbox(): Promise<Lag> {
  const [row] = await statement<{ waiting: number; oldest: number }>(
    'measure-outbox',
    `SELECT count(*)::int AS waiting, coalesce(greatest(0, extract(epoch FROM now() - min(occurred_at))), 0)::float8 AS oldest
     FROM outbox_event WHERE relayed_at IS NULL`,
    [],
  )
  return { outboxWaiting: row?.waiting ?? 0, outboxOldestSeconds: row?.oldest ?? 0 }
}

/** How long ago each part that works in a loop gave its sign, by the beginning of its name. */
export function listSigns(name: string): Promise<{ seconds: number; trouble: string | null }[]> {
  return statement(
    'list-signs',
    `SELECT extract(epoch FROM now() - beat_at)::float8 AS seconds, trouble FROM heartbeat
     WHERE name = $1 OR starts_with(name, $1 || ':') ORDER BY beat_at DESC`,
    [name],
  )
}

/** The latest backup of each kind that is of use, and the latest of each kind. */
export async function listBackups(): Promise<Backup[]> {
  const latest = { distinct: ['kind' as const], orderBy: { startedAt: 'desc' as const } }
  const useful = { finishedAt: { not: null }, error: null }
  const rows = [
    ...(await db.backupRecord.findMany(latest)),
    ...(await db.backupRecord.findMany({ ...latest, where: useful })),
  ]
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(
    ({ kind, startedAt, finishedAt, bytes, location, error }) => ({
      ...{ kind, location, error, bytes: bytes === null ? null : Number(bytes) },
      ...{ startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
    }),
  )
}

type Size = { bytes: number; before: number | null; hours: number | null }

/** How large the database is and its largest tables, how fast it grows, and what it was last migrated by. */
export async function measureDatabase(): Promise<System['database']> {
  const [sizes, tables, migrations] = await Promise.all([
    statement<Size>(
      'measure-database',
      `SELECT pg_database_size(current_database())::float8 AS bytes, s.bytes::float8 AS before,
         (extract(epoch FROM now() - s.hour) / 3600)::float8 AS hours
       FROM (SELECT) one LEFT JOIN LATERAL (SELECT hour, bytes FROM size_sample
         WHERE hour > now() - interval '25 hours' AND hour < now() - interval '1 hour' ORDER BY hour LIMIT 1) s ON true`,
      [],
    ),
    statement<System['database']['tables'][number]>(
      'measure-tables',
      `SELECT coalesce(pg_partition_root(c.oid), c.oid)::regclass::text AS table,
         sum(pg_total_relation_size(c.oid))::float8 AS bytes, sum(greatest(c.reltuples, 0))::float8 AS rows
       FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       GROUP BY 1 ORDER BY 2 DESC LIMIT ${MOST_TABLES}`,
      [],
    ),
    statement<{ applied: number; last: string | null; at: Date | null }>(
      'read-migrations',
      `SELECT count(*)::int AS applied, max(migration_name) AS last, max(finished_at) AS at FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      [],
    ),
  ])
  const { bytes = 0, before = null, hours = null } = sizes[0] ?? {}
  const { applied = 0, last = null, at = null } = migrations[0] ?? {}
  return {
    bytes,
    growthBytesPerDay: before === null || hours === null ? null : Math.round(((bytes - before) / hours) * 24),
    tables,
    migrations: { applied, last, lastAt: at?.toISOString() ?? null },
  }
}
