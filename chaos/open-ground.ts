import { once } from 'node:events'
import { openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { demo, keyOf } from '@/e2e/fixtures/demo-house'
import { machine } from '@/e2e/fixtures/machine'
import { freePort, startHouse, stopHouse } from '@/e2e/fixtures/own-house'
import { makeDataFolder } from '@/lib/platform/make-data-folder'
import { commandOf } from '@/lib/platform/postgres-process'
import { askDatabase } from './ask-database'

type Faults = Partial<Record<'email' | 'engine' | 'database', string>>

/** A house to break, from outside: its public API, its processes, and two sentences of SQL. */
export type Ground = {
  url: string
  /** Opens everything. */
  key: string
  shop: ReturnType<typeof machine>
  dataFolder: string
  setFaults: (faults: Faults) => Promise<void>
  /** Seconds after placing at which each deferred step is late, at the demo's site, for orders from now on. */
  setDueSeconds: (seconds: Record<string, number>) => Promise<void>
  /** Writes an event into the outbox as no code of ours would. */
  sayEvent: (id: string, name: string, data: object) => Promise<void>
  /** `kill -9` of the whole house but its Postgres, and a new start in the same folder; back when it is ready. */
  killHouse: () => Promise<void>
  /** `kill -9` of the whole house and its Postgres at once; a new start once what happens `meanwhile` is over. */
  burnDown: (meanwhile: () => Promise<void>) => Promise<void>
  /** `kill -9` of Postgres if it runs; the house starts it again. */
  killDatabase: () => void
  /** What somebody says who works on the database by hand, such as a chore of ours. */
  databaseUrl: () => string
  close: () => Promise<void>
}

/**
 * Starts the whole product as a user would, in a folder of its own, with the embedded Postgres and no traffic.
 * @param extra settings of this house beside the usual ones
 */
export async function openGround(extra: Record<string, string> = {}): Promise<Ground> {
  const dataFolder = makeDataFolder('chaos')
  const port = await freePort()
  // Never the tester's own database, mail or shop.
  const settings = { STOWLINE_DEMO: '1', DATABASE_URL: '', SMTP_URL: '', INNGEST_BASE_URL: '', ...extra }
  // What it complains of while it is broken is expected, and long.
  const complaints = join(dataFolder, 'complaints.log')
  const open = () =>
    startHouse(dataFolder, port, settings, openSync(complaints, 'a')).catch((error) => {
      throw new Error(`${error.message}\n${readFileSync(complaints, 'utf8')}`)
    })
  let house = await open()
  async function killAndOpen(meanwhile: () => Promise<void>): Promise<void> {
    const gone = once(house, 'close')
    house.kill('SIGKILL')
    await gone
    await meanwhile()
    house = await open()
  }
  const url = `http://127.0.0.1:${port}`
  const shop = machine(url, dataFolder)
  return {
    ...{ url, key: keyOf('all', demo(dataFolder)) },
    shop,
    dataFolder,
    async setFaults(faults) {
      const answer = await shop.send('PUT', '/api/demo/faults', { body: faults })
      if (!answer.ok) throw new Error(`${JSON.stringify(faults)} answers ${answer.status}`)
    },
    async setDueSeconds(seconds) {
      await askDatabase(addressOf(dataFolder), 'UPDATE site SET step_due_seconds = $1 WHERE id = $2', [
        seconds,
        shop.site,
      ])
    },
    async sayEvent(id, name, data) {
      await askDatabase(
        addressOf(dataFolder),
        'INSERT INTO outbox_event (event_id, name, subject, data, occurred_at) VALUES ($1, $2, $1, $3, now())',
        [id, name, data],
      )
    },
    killHouse: () => killAndOpen(async () => {}),
    burnDown(meanwhile) {
      killDatabase(dataFolder)
      return killAndOpen(meanwhile)
    },
    killDatabase: () => killDatabase(dataFolder),
    databaseUrl: () => addressOf(dataFolder),
    async close() {
      await stopHouse(house)
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function killDatabase(dataFolder: string): void {
  const { pid } = postmaster(dataFolder)
  // Its file outlives it: the number may be anybody's by now.
  if (commandOf(Number(pid))?.includes(dataFolder)) process.kill(Number(pid), 'SIGKILL')
}

// The password and the port lie in the data folder, for its owner.
function addressOf(dataFolder: string): string {
  const password = readFileSync(join(dataFolder, 'postgres/password'), 'utf8')
  return `postgresql://postgres:${password}@127.0.0.1:${postmaster(dataFolder).port}/stowline`
}

function postmaster(dataFolder: string): { pid: string | undefined; port: string | undefined } {
  const [pid, , , port] = readFileSync(join(dataFolder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
  return { pid, port }
}
