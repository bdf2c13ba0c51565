import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/prisma/generated/client'
import { slot } from './slot'
import { traceStatements } from './trace-statements'

type Database = { pool: pg.Pool; db: PrismaClient }

function open(): Database {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString)
    throw new Error('DATABASE_URL is not set: the database must be opened before its users')
  const pool = new pg.Pool({
    connectionString,
    max: 20,
    application_name: process.env.STOWLINE_PROCESS ?? 'stowline',
  })
  // Without a listener an idle connection that Postgres closes would end the process.
  pool.on('error', () => {})
  // Prisma asks through this pool too: these two see every statement of the process.
  traceStatements(pool)
  pool.on('connect', traceStatements)
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

slot.database ??= open()
const database = slot.database as Database

/** Plain Prisma, for everything that is not a hot path. */
export const db = database.db

/** The connections under Prisma, for LISTEN, COPY and the engine's own transactions. */
export const pool = database.pool

/**
 * One named prepared statement, one round trip: the form of every hot verb. Measured at half the CPU of the same
 * call through Prisma's raw SQL.
 */
export async function statement<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return (await database.pool.query<Row>({ name, text, values })).rows
}

/** Closes every connection; the process can end. */
export async function closeDatabase(): Promise<void> {
  await database.db.$disconnect()
  await database.pool.end()
}
