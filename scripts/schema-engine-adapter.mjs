// How the wasm schema engine reaches Postgres: Prisma's own adapter, with three corrections that migrations need.
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

// Catalog columns of type "char" are refused by the adapter (UnsupportedNativeDataType) while the engine requires them
// as Character: the type is renamed on the wire, and restored afterwards.
const OID_CHAR = 18
const OID_TEXT = 25

/** A pool of one connection, because the engine sets session variables. */
export function openPool(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 1 })
  pool.on('connect', (client) => {
    client.connection.prependListener('rowDescription', (message) => {
      for (const field of message.fields) {
        if (field.dataTypeID !== OID_CHAR) continue
        field.dataTypeID = OID_TEXT
        field.isChar = true
      }
    })
  })
  return pool
}

function restoreCharColumns(queryable) {
  const fieldsOf = new WeakMap()
  const performIO = queryable.performIO.bind(queryable)
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.performIO = async (query) => {
    const result = await performIO(query)
    if (result.rows) fieldsOf.set(result.rows, result.fields)
    return result
  }
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query)
    fieldsOf.get(result.rows)?.forEach((field, at) => {
      if (field.isChar) result.columnTypes[at] = ColumnTypeEnum.Character
    })
    return result
  }
  return queryable
}

async function openAdapter(pool, schema, onDispose) {
  const adapter = restoreCharColumns(await new PrismaPg(pool, { schema }).connect())
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (level) => restoreCharColumns(await startTransaction(level))
  // The stock executeScript() splits at every ';', which breaks $$ bodies: one simple query instead.
  adapter.executeScript = async (sql) => {
    try {
      await pool.query(sql)
    } catch (error) {
      adapter.onError(error)
    }
  }
  adapter.dispose = async () => {
    await pool.end()
    await onDispose?.()
  }
  return adapter
}

/** The same server, another database. */
export function withDatabase(url, database) {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

const schemaOf = (url) => new URL(url).searchParams.get('schema') ?? 'public'

/** Connections to the database and to shadow databases, for the engine. `dropShadows` removes what the engine left. */
export function adapterFactory(url, shadowUrl) {
  const shadows = new Set()
  const factory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => openAdapter(openPool(url), schemaOf(url)),
    async connectToShadowDb() {
      if (shadowUrl) {
        const pool = openPool(shadowUrl)
        const schema = pg.escapeIdentifier(schemaOf(shadowUrl))
        // The engine expects an empty one each time.
        await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}`)
        return openAdapter(pool, schemaOf(shadowUrl))
      }
      const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
      const main = new pg.Client(url)
      await main.connect()
      await main.query(`CREATE DATABASE "${database}"`)
      const drop = async () => {
        if (!shadows.delete(drop)) return
        await main.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
        await main.end()
      }
      shadows.add(drop)
      const pool = openPool(withDatabase(url, database))
      pool.on('error', () => {})
      return openAdapter(pool, schemaOf(url), drop)
    },
  }
  const dropShadows = async () => {
    for (const drop of shadows) await drop().catch(() => {})
  }
  return { factory, dropShadows }
}
