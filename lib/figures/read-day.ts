import { statement } from '@/lib/platform/db'
import { MEMBERS } from './keep-hours'
import { listTargets } from './queries'
import { readNow } from './read-now'
import { readToday } from './read-today'
import { addUp, type Counts } from './rules/counts'
import { expectedBy, planDay } from './rules/day-plan'
import { FIGURES } from './rules/figures'
import { type DayFigures, figureIdSchema } from './schema'

const HOUR_MS = 3_600_000
const TREND_DAYS = 28

type SiteOfDay = {
  id: string
  name: string
  timeZone: string
  day: string
  since: Date
  until: Date
  isToday: boolean
}
type HourRow = Counts & { day: string; hourOfDay: number }

const SITE = `
  SELECT site.id, name, time_zone AS "timeZone", day::text, day = today AS "isToday",
         day::timestamp AT TIME ZONE time_zone AS since, (day + 1)::timestamp AT TIME ZONE time_zone AS until
    FROM site, LATERAL (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS today) clock, LATERAL (SELECT coalesce($3::date, today) AS day) asked
   WHERE site.id = $1`
const HOUR_OF_DAY = `extract(hour FROM hour AT TIME ZONE time_zone)::int AS "hourOfDay"`
/** What is kept of the day, and of the four days of the same weekday before it. */
const HOURS = `
  SELECT day::text, ${HOUR_OF_DAY}, ${MEMBERS} FROM site_hour JOIN site ON site.id = site_id
   WHERE site_id = $1 AND day = ANY (ARRAY[$2::date, $2::date - 7, $2::date - 14, $2::date - 21, $2::date - 28])
     AND (day < $2::date OR hour < $3)`
const DAYS = `SELECT ($2::date - day)::int AS "daysAgo", ${MEMBERS} FROM site_day WHERE site_id = $1 AND day >= $2::date - ${TREND_DAYS} AND day < $2::date`

/**
 * A site's day in figures. Of today, what is not folded yet is read from the rooms' own rows, so that what has just happened
 * is in it.
 * @param asked a day of the site's calendar, as in `2026-11-21`; null is today
 * @returns null where there is no such site
 */
export async function readDay(siteId: string, asked: string | null, now: Date): Promise<DayFigures | null> {
  const [site] = await statement<SiteOfDay>('figures-site', SITE, [siteId, now, asked])
  if (!site) return null
  const { day, since, isToday } = site
  const [kept, days, today, plan, live, { items: targets }] = await Promise.all([
    statement<HourRow>('figures-hours', HOURS, [siteId, day, isToday ? since : site.until]),
    statement<Counts & { daysAgo: number }>('figures-days', DAYS, [siteId, day]),
    isToday ? readToday(siteId, since, now) : [],
    readPlan(siteId, day),
    isToday ? readNow(site, now) : PAST,
    listTargets(siteId),
  ])
  const clock = (at: Date) => (at.getTime() - since.getTime()) / HOUR_MS
  const hours = [...kept.filter((hour) => hour.day === day), ...today]
  const past = [...new Set(kept.map((hour) => hour.day))].filter((one) => one !== day)
  const expected = planDay(
    plan,
    past.map((one) => ordersByHour(kept.filter((hour) => hour.day === one))),
  )
  const hoursGone = isToday ? Math.min(clock(now), 24) : 24
  return {
    ...{ site: siteId, name: site.name, day, now: now.toISOString(), since: since.toISOString() },
    figures: figuresOf(addUp(hours), days, weekAgoOf(kept, day, hoursGone), live.stock).map((figure) => {
      const aim = targets.find((one) => one.figure === figure.id)
      return { ...figure, target: aim?.target ?? null, isOwnTarget: aim?.changedBy != null }
    }),
    byHour: ordersByHour(hours),
    plan: expected && {
      ...{ orders: expected.orders, isOwn: plan !== null, byHour: expected.byHour },
      expectedNow: expectedBy(expected.byHour, hoursGone),
    },
    ...{ cutOffs: live.cutOffs, risk: live.risk, queue: live.queue, belt: live.belt },
  }
}

function figuresOf(
  today: Counts,
  days: (Counts & { daysAgo: number })[],
  weekAgo: { soFar: Counts; whole: Counts } | null,
  stock: Awaited<ReturnType<typeof readNow>>['stock'],
): Omit<DayFigures['figures'][number], 'target' | 'isOwnTarget'>[] {
  const known: Partial<Record<string, number | null>> = {
    'stock-outs': stock.now,
    'stock-outs-soon': stock.soon,
  }
  const before = new Map(days.map((row) => [row.daysAgo, row]))
  return figureIdSchema.options.map((id) => {
    const { of, unit } = FIGURES[id]
    const isAmount = unit === 'orders' || unit === 'metres'
    return {
      id,
      value: id in known ? (known[id] ?? null) : of(today),
      trend: Array.from({ length: TREND_DAYS }, (_, at) => {
        const counts = before.get(TREND_DAYS - at)
        return counts ? of(counts) : null
      }),
      weekAgo: weekAgo && of(isAmount ? weekAgo.soFar : weekAgo.whole),
    }
  })
}

function weekAgoOf(kept: HourRow[], day: string, hoursGone: number) {
  const weekAgo = new Date(Date.parse(day) - 7 * 24 * HOUR_MS).toISOString().slice(0, 10)
  const hours = kept.filter((hour) => hour.day === weekAgo)
  if (hours.length === 0) return null
  const shareOf = (hour: HourRow) => Math.min(Math.max(hoursGone - hour.hourOfDay, 0), 1)
  const soFar = hours.map((hour) => {
    const { day: _, hourOfDay: __, ...counts } = hour
    return Object.fromEntries(
      Object.entries(counts).map(([count, value]) => [count, Math.round(value * shareOf(hour))]),
    ) as Counts
  })
  return { soFar: addUp(soFar), whole: addUp(hours) }
}

const ordersByHour = (hours: readonly { hourOfDay: number; ordersIn: number }[]): number[] =>
  Array.from({ length: 24 }, (_, hour) =>
    hours.reduce((sum, row) => (row.hourOfDay === hour ? sum + row.ordersIn : sum), 0),
  )

async function readPlan(siteId: string, day: string): Promise<{ orders: number; curve: number[] } | null> {
  const [plan] = await statement<{ orders: number; curve: number[] }>(
    'figures-plan',
    'SELECT orders, curve FROM day_plan WHERE site_id = $1 AND weekday = extract(isodow FROM $2::date)',
    [siteId, day],
  )
  return plan ?? null
}

const NO_RISK = { late: 0, 'at-risk': 0, 'on-time': 0, linesPerHour: null, orders: [] }
const PAST = { stock: { now: null, soon: null }, cutOffs: [], risk: NO_RISK, queue: null, belt: null }
