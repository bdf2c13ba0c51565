import { statement } from '@/lib/platform/db'

export type Clock = { now: () => Date; sync: () => Promise<void> }

/**
 * The database's time, so that engines on machines whose clocks differ agree when a lease ends. Between two looks it
 * goes on with this process's own steady clock, because the machine's may be set by an hour at any time.
 */
export async function openDatabaseClock(): Promise<Clock> {
  let startedMs = 0
  async function sync() {
    const [row] = await statement<{ now: Date }>('engine-clock', 'SELECT clock_timestamp() AS now', [])
    if (row) startedMs = row.now.getTime() - performance.now()
  }
  await sync()
  return { now: () => new Date(startedMs + performance.now()), sync }
}
