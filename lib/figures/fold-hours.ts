import { inTransaction } from '@/lib/platform/in-transaction'
import { keepHours } from './keep-hours'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Once an hour so much is counted anew: an order's second parcel, or a phone that was away, changes an earlier hour. */
const LOOK_BACK_MS = 48 * HOUR_MS
/** After a night without us no statement counts more than this. */
const SLICE_MS = 24 * HOUR_MS
const MOST_LATE_HOURS = 48
/** Of a house that never counted: as far back as trends go. */
const FIRST_MS = 56 * 24 * HOUR_MS

/**
 * Adds up hours and days from the rooms' rows. Idempotent: an hour is counted anew as a whole and written in the place of
 * itself, so folding twice changes nothing; two that fold at once take turns. Counted are the hours since the last fold
 * and the one before, those to which something was told late, and once an hour the last two days.
 */
export function foldHours(now: Date): Promise<{ hours: number }> {
  return inTransaction(async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('fold_hours'))`)
    const { rows } = await client.query<{ until: Date }>('SELECT until FROM hours_folded')
    const until = rows[0]?.until.getTime() ?? now.getTime() - FIRST_MS
    const isNewHour = Math.floor(until / HOUR_MS) < Math.floor(now.getTime() / HOUR_MS)
    const since = Math.min(until, now.getTime() - (isNewHour ? LOOK_BACK_MS : 0)) - HOUR_MS
    let hours = 0
    const end = now.getTime() + HOUR_MS
    for (let from = since; from < end; from += SLICE_MS)
      hours += await keepHours(client, new Date(from), new Date(Math.min(from + SLICE_MS, end)), now)
    const late = await client.query<{ hour: Date }>(LATE, [
      new Date(until - MINUTE_MS),
      new Date(since),
      MOST_LATE_HOURS,
    ])
    for (const { hour } of late.rows)
      hours += await keepHours(client, hour, new Date(hour.getTime() + HOUR_MS), now)
    await client.query(
      'INSERT INTO hours_folded (until) VALUES ($1) ON CONFLICT (id) DO UPDATE SET until = greatest(hours_folded.until, $1)',
      [now],
    )
    return { hours }
  })
}

// Only put-away is counted by what was told of it; all else is counted by when we heard it. An hour of which anything is
// archived stays as it was counted.
const LATE = `SELECT DISTINCT date_trunc('hour', observed_at) AS hour FROM inventory_event
  WHERE recorded_at >= $1 AND observed_at < $2 AND type LIKE 'stowline.inventory.stowed.%'
    AND observed_at > coalesce((SELECT max(observed_until) FROM ledger_archive), '-infinity') ORDER BY 1 DESC LIMIT $3`
