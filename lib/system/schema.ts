import { z } from 'zod'

const momentSchema = z.iso.datetime()
const countSchema = z.number().int()

export const standingSchema = z.enum(['ok', 'warning', 'failed'])
export type Standing = z.infer<typeof standingSchema>

/** What a process writes of itself with each sign of life. */
export const processFiguresSchema = z.object({
  rssBytes: countSchema,
  /** How late the event loop came back since the last sign, the worst 1 %. */
  loopLagMs: z.number(),
  connectionsInUse: countSchema,
  waitingStatements: countSchema,
  /** The process's clock minus the database's; null until it is known. */
  skewMs: countSchema.nullable(),
  /** Of the disk under the data folder. */
  diskFreeBytes: countSchema,
  diskBytes: countSchema,
})
export type ProcessFigures = z.infer<typeof processFiguresSchema>

export const processSchema = processFiguresSchema.extend({
  id: z.string(),
  kind: z.string(),
  host: z.string(),
  pid: countSchema,
  version: z.string(),
  commit: z.string().nullable(),
  startedAt: momentSchema,
  beatAt: momentSchema,
  silentSeconds: z.number(),
  standing: standingSchema,
  says: z.string(),
})
export type HouseProcess = z.infer<typeof processSchema>

/** A part of the house, how it stands and why, in words. */
export const partSchema = z.object({ part: z.string(), standing: standingSchema, says: z.string() })
export type Part = z.infer<typeof partSchema>

export const backupSchema = z.object({
  kind: z.string(),
  startedAt: momentSchema,
  finishedAt: momentSchema.nullable(),
  bytes: countSchema.nullable(),
  location: z.string(),
  error: z.string().nullable(),
})
export type Backup = z.infer<typeof backupSchema>

/** The answer of `GET /api/system`. */
export const systemSchema = z.object({
  standing: standingSchema,
  /** Of the process that answers. */
  version: z.string(),
  commit: z.string().nullable(),
  readAt: momentSchema,
  parts: z.array(partSchema),
  processes: z.array(processSchema),
  lag: z.object({
    outboxWaiting: countSchema,
    outboxOldestSeconds: z.number(),
    /** The queue whose oldest work has waited longest; null when nothing waits. */
    oldestOwed: z.object({ queue: z.string(), site: z.string(), seconds: countSchema }).nullable(),
  }),
  database: z.object({
    bytes: countSchema,
    /** Within the last day, or since it is measured, stretched to a day; null before two measurements. */
    growthBytesPerDay: countSchema.nullable(),
    /** Biggest first, partitions added up; rows are Postgres's own estimate. */
    tables: z.array(z.object({ table: z.string(), bytes: countSchema, rows: countSchema })),
    migrations: z.object({
      applied: countSchema,
      last: z.string().nullable(),
      lastAt: momentSchema.nullable(),
    }),
  }),
  /** The latest of each kind, and of those that are of no use the latest too. */
  backups: z.array(backupSchema),
})
export type System = z.infer<typeof systemSchema>
