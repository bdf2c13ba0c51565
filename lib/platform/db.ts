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
    // What a connection has prepared and planned goes with it, and takes longer to make than a quiet shop's visits are apart.
    idleTimeoutMillis: 300_000,
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

/**
 * As `statement`, for a question that Postgres plans longer than it answers: its plan is made once a connection, for whatever
 * values. Only where one plan is right for all of them. Three round trips.
 */
export async function statementPlannedOnce<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = await database.pool.connect()
  try {
    await client.query('SET plan_cache_mode = force_generic_plan')
    const { rows } = await client.query<Row>({ name, text, values })
    await client.query('RESET plan_cache_mode')
    client.release()
    return rows
  } catch (error) {
    // Nobody gets a connection that may still plan so.
    client.release(true)
    throw error
  }
}

/** Closes every connection; the process can end. */
export async function closeDatabase(): Promise<void> {
  await database.db.$disconnect()
  await database.pool.end()
}
