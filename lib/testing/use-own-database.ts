import pg from 'pg'
import { serverOfWorker } from './server-of-worker'

// Runs before a test file's own imports, because lib/platform/db.ts reads DATABASE_URL when it is loaded.
const url = new URL(serverOfWorker())
const name = `worker_${process.env.VITEST_POOL_ID}`
const client = new pg.Client(url.href)
await client.connect()
await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
await client.query(`CREATE DATABASE ${name} TEMPLATE template`)
await client.end()
url.pathname = `/${name}`
process.env.DATABASE_URL = url.href
