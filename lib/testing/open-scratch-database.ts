import pg from 'pg'
import { serverOfWorker } from './server-of-worker'

/** A migrated, empty database beside the test file's own, on the same server; gone when it is closed. */
export async function openScratchDatabase(): Promise<{ client: pg.Client; close: () => Promise<void> }> {
  const url = new URL(serverOfWorker())
  const name = `scratch_${process.env.VITEST_POOL_ID}`
  const maintenance = new pg.Client(url.href)
  await maintenance.connect()
  await maintenance.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await maintenance.query(`CREATE DATABASE ${name} TEMPLATE template`)
  url.pathname = `/${name}`
  const client = new pg.Client(url.href)
  await client.connect()
  return {
    client,
    async close() {
      await client.end()
      await maintenance.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await maintenance.end()
    },
  }
}
