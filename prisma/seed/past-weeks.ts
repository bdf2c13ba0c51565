import { addUp, type Count, type Counts, NOTHING } from '@/lib/figures/rules/counts'
import { db, pool } from '@/lib/platform/db'
import { seededRandom } from '@/simulate/random'
import { insertRows } from './insert-rows'

const WEEKS = 8
const SEED = 20_260_927
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Orders on a day from Sunday on, as groceries are bought, and the share of them in each hour. */
const BY_WEEKDAY = [9_900, 7_600, 6_800, 7_000, 7_800, 9_500, 10_800]
const BY_HOUR = [
  0.6, 0.3, 0.2, 0.2, 0.4, 1.1, 2.6, 4.6, 6.2, 6.9, 7.1, 6.8, 6.2, 5.4, 5, 5.2, 6.1, 7.4, 8.3, 7.6, 5.4, 3.4,
  1.9, 1.1,
]
/** So much of an hour's orders goes on in the same hour; the rest an hour later. */
const AT_ONCE = { picked: 0.55, packed: 0.45, shipped: 0.2 }

/**
 * Eight weeks before the demo's opening, as an earlier system would have left them: hours and days only, no orders, so
 * that the first morning has trends, a plan and something to compare with. Made once; the same at every first start.
 */
export async function seedPastWeeks(siteId: string, now: Date): Promise<void> {
  if ((await db.siteHour.count({ where: { siteId } })) > 0) return
  const random = seededRandom(SEED)
  const { timeZone } = await db.site.findUniqueOrThrow({ where: { id: siteId } })
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  const days = Array.from(
    { length: WEEKS * 7 },
    (_, at) => new Date(Date.parse(today) - (WEEKS * 7 - at) * DAY_MS),
  )
  const hours = days.flatMap((day, at) =>
    hoursOfDay(day, at / days.length, random).map((counts, hour) => ({
      day: day.toISOString().slice(0, 10),
      hour,
      counts,
    })),
  )
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // The clock of the site says which moment an hour of it was; the hour that summer time leaves out falls to the next.
    await client.query('CREATE TEMP TABLE past_hour (LIKE site_hour INCLUDING DEFAULTS) ON COMMIT DROP')
    await insertRows(
      client,
      'past_hour',
      hours.map(({ day, hour, counts }) => ({
        siteId,
        day,
        hour: `${day}T${String(hour).padStart(2, '0')}:00:00Z`,
        isImported: true,
        ...counts,
      })),
    )
    await client.query(`UPDATE past_hour SET hour = (hour AT TIME ZONE 'UTC') AT TIME ZONE $1`, [timeZone])
    await client.query('INSERT INTO site_hour SELECT * FROM past_hour ON CONFLICT DO NOTHING')
    const byDay = days.map((day) => day.toISOString().slice(0, 10))
    await insertRows(
      client,
      'site_day',
      byDay.map((day) => ({
        siteId,
        day,
        ...addUp(hours.filter((hour) => hour.day === day).map(({ counts }) => counts)),
      })),
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** A day's hours; `progress` goes from 0 to 1 over the weeks: the hall gets better at what it does. */
function hoursOfDay(day: Date, progress: number, random: () => number): Counts[] {
  const about = (value: number, spread = 0.12) => value * (1 + spread * (random() + random() - 1))
  const mood = about(1, 0.1)
  const orders = BY_HOUR.map((share) =>
    Math.round(about(((BY_WEEKDAY[day.getUTCDay()] ?? 0) * share * mood) / 100)),
  )
  const afterwards = (atOnce: number, hour: number) =>
    Math.round((orders[hour] ?? 0) * atOnce + (orders[hour - 1] ?? 0) * (1 - atOnce))
  return orders.map((ordersIn, hour) => {
    const refused = Math.round(ordersIn * about(0.012, 0.6))
    const picked = afterwards(AT_ONCE.picked, hour)
    const shipped = afterwards(AT_ONCE.shipped, hour)
    const lines = Math.round(picked * about(5.6, 0.06))
    const units = Math.round(lines * about(1.5, 0.05))
    const seconds = (lines * 3_600) / about(84 + 14 * progress, 0.08)
    const isDockOpen = hour >= 6 && hour < 14
    const stowed = isDockOpen ? Math.round(about(1_050, 0.25)) : 0
    const counted = hour >= 7 && hour < 21 ? Math.round(about(4.5, 0.5)) : 0
    const baseline = lines * about(17, 0.06)
    const scans = Math.round((picked + shipped) * about(1.15, 0.04))
    const promised = Math.round(shipped * 0.62)
    const counts: Partial<Record<Count, number>> = {
      ...{
        ordersIn,
        ordersRefused: refused,
        ordersPicked: picked,
        ordersPacked: afterwards(AT_ONCE.packed, hour),
      },
      ...{
        ordersShipped: shipped,
        ordersPromised: promised,
        ordersOnTime: Math.round(promised * Math.min(1, about(0.985 + 0.006 * progress, 0.012))),
      },
      ...{
        unitsWanted: shipped * 8 + refused * 8,
        unitsShipped: Math.round(shipped * 8 * Math.min(1, about(0.992, 0.008))),
      },
      ...{ linesPicked: lines, unitsPicked: units, pickSeconds: Math.round(seconds) },
      ...{ picksTold: lines, picksWrong: Math.round(lines * about(0.009 - 0.004 * progress, 0.5)) },
      ...{ unitsStowed: stowed, dockSeconds: Math.round(stowed * about(4.6 - 1.2 * progress, 0.15) * 3_600) },
      ...{
        binsCounted: counted,
        binsAgreed: Array.from({ length: counted }, random).filter((luck) => luck < 0.965 + 0.02 * progress)
          .length,
      },
      ...{
        walkMetres: Math.round(baseline * about(0.64 - 0.05 * progress, 0.03)),
        baselineMetres: Math.round(baseline),
      },
      ...{ boxesScanned: scans, boxesUnread: Math.round(scans * about(0.008, 0.4)) },
    }
    return { ...NOTHING, ...counts }
  })
}
