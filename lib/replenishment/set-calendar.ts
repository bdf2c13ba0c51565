import { inTransaction } from '@/lib/platform/in-transaction'
import { announce } from '@/lib/platform/realtime'
import { CALENDAR, calendarChanged } from './events'
import type { CalendarDay } from './schema'

/** Says of days what they are, or that they are ordinary again; days that are not named stay. Said twice it is said once. */
export async function setCalendar(site: string, days: readonly CalendarDay[]): Promise<void> {
  await inTransaction(async (client) => {
    await client.query('DELETE FROM calendar_day WHERE site_id = $1 AND day = ANY ($2::date[])', [
      site,
      days.map(({ day }) => day),
    ])
    await client.query(
      `INSERT INTO calendar_day (site_id, day, kind, name)
       SELECT DISTINCT ON (day) $1, day, kind, name FROM json_to_recordset($2) AS d(day date, kind text, name text)
        WHERE kind IS NOT NULL ON CONFLICT (site_id, day) DO UPDATE SET kind = excluded.kind, name = excluded.name`,
      [site, JSON.stringify(days)],
    )
  })
  announce({ site, topic: 'floor', event: calendarChanged, id: CALENDAR, version: Date.now() })
}
