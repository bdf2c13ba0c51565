import { statement } from '@/lib/platform/db'

export type Clock = { now: () => Date; sync: () => Promise<void> }

/**
 * The database's time, so that engines on machines whose clocks differ agree when a lease ends. Between two looks it
 * goes on with this machine's clock.
 */
export async function openDatabaseClock(): Promise<Clock> {
  let offsetMs = 0
  async function sync() {
    const [row] = await statement<{ now: Date }>('engine-clock', 'SELECT clock_timestamp() AS now', [])
    if (row) offsetMs = row.now.getTime() - Date.now()
  }
  await sync()
  return { now: () => new Date(Date.now() + offsetMs), sync }
}
