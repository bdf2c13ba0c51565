import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { machine } from '@/e2e/fixtures/machine'
import { freePort, startHouse, stopHouse } from '@/e2e/fixtures/own-house'

type Faults = Partial<Record<'email' | 'engine' | 'database', string>>

/** A house to break, from outside: its public API, its processes, and two sentences of SQL. */
export type Ground = {
  shop: ReturnType<typeof machine>
  dataFolder: string
  setFaults: (faults: Faults) => Promise<void>
  /** Seconds after placing at which each deferred step is late, at the demo's site, for orders from now on. */
  setDueSeconds: (seconds: Record<string, number>) => Promise<void>
  /** Writes an event into the outbox as no code of ours would. */
  sayEvent: (id: string, name: string, data: object) => Promise<void>
  close: () => Promise<void>
}

/** Starts the whole product as a user would, in a folder of its own, with the embedded Postgres and no traffic. */
export async function openGround(): Promise<Ground> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'stowline-chaos-'))
  // Postgres doesn't run as root; its account must be able to enter.
  chmodSync(dataFolder, 0o755)
  const port = await freePort()
  // Never the tester's own database, mail or shop.
  const settings = { STOWLINE_DEMO: '1', DATABASE_URL: '', SMTP_URL: '', INNGEST_BASE_URL: '' }
  // What it complains of while it is broken is expected, and long.
  const complaints = join(dataFolder, 'complaints.log')
  const house = await startHouse(dataFolder, port, settings, openSync(complaints, 'a')).catch((error) => {
    throw new Error(`${error.message}\n${readFileSync(complaints, 'utf8')}`)
  })
  const shop = machine(`http://127.0.0.1:${port}`, dataFolder)
  return {
    shop,
    dataFolder,
    async setFaults(faults) {
      const answer = await shop.send('PUT', '/api/demo/faults', { body: faults })
      if (!answer.ok) throw new Error(`${JSON.stringify(faults)} answers ${answer.status}`)
    },
    async setDueSeconds(seconds) {
      await sql(dataFolder, 'UPDATE site SET step_due_seconds = $1 WHERE id = $2', [seconds, shop.site])
    },
    async sayEvent(id, name, data) {
      await sql(
        dataFolder,
        'INSERT INTO outbox_event (event_id, name, subject, data, occurred_at) VALUES ($1, $2, $1, $3, now())',
        [id, name, data],
      )
    },
    async close() {
      await stopHouse(house)
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

// The password and the port lie in the data folder, for its owner.
async function sql(dataFolder: string, text: string, values: unknown[]): Promise<void> {
  const folder = join(dataFolder, 'postgres')
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[3]),
    user: 'postgres',
    password: readFileSync(join(folder, 'password'), 'utf8'),
    database: 'stowline',
  })
  await client.connect()
  await client.query(text, values)
  await client.end()
}
