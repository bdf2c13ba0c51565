import { db, statement } from '@/lib/platform/db'
import { DEFAULT_SHIFTS } from './report-schema'
import { FIGURES, hasTarget } from './rules/figures'
import { figureIdSchema, type Plan, planSchema, type TargetList } from './schema'

/** The weekdays that a site has a plan of its own for, Monday first. */
export async function listPlan(siteId: string): Promise<Plan> {
  const rows = await db.dayPlan.findMany({ where: { siteId }, orderBy: { weekday: 'asc' } })
  return planSchema.parse({ items: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) })
}

/** What each figure of a site that may have a target is to be, and since when and by whom where that is not the usual. */
export async function listTargets(siteId: string): Promise<TargetList> {
  const own = await db.figureTarget.findMany({ where: { siteId } })
  const items = figureIdSchema.options.filter(hasTarget).map((figure) => {
    const said = own.find((row) => row.figure === figure)
    const usual = FIGURES[figure].target
    return {
      ...{ figure, usual, target: said?.target ?? usual, changedBy: said?.changedBy ?? null },
      changedAt: said?.changedAt.toISOString() ?? null,
    }
  })
  return { items }
}

export type ShiftHours = { site: string; shift: string; from: Date; to: Date }

const SHIFTS = `
  SELECT site.id AS site, shift.name AS shift, hours."from", hours."to", site.created_at
    FROM site LEFT JOIN shift_plan ON site_id = site.id
    CROSS JOIN LATERAL jsonb_to_recordset(coalesce(shifts, $2::jsonb)) AS shift (name text, "from" time, "to" time)
    CROSS JOIN generate_series(-2, 0) AS ago
    CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE time_zone)::date + ago AS day) days
    CROSS JOIN LATERAL (SELECT (day + shift."from") AT TIME ZONE time_zone AS "from",
      (day + CASE WHEN shift."to" <= shift."from" THEN 1 ELSE 0 END + shift."to") AT TIME ZONE time_zone AS "to") hours`

const DEFAULTS = JSON.stringify(DEFAULT_SHIFTS)

/**
 * Shifts of all sites that ended within the last day and have no report: ended two minutes ago, so that what happened at the
 * very end is told too. Of a site that was not there yet none is.
 */
export function listUnreportedShifts(now: Date): Promise<ShiftHours[]> {
  return statement<ShiftHours>(
    'list-unreported-shifts',
    `SELECT site, shift, "from", "to" FROM (${SHIFTS}) shifts
      WHERE "to" <= $1::timestamptz - interval '2 minutes' AND "to" > $1::timestamptz - interval '1 day' AND "to" > created_at
        AND NOT EXISTS (SELECT FROM shift_report WHERE site_id = site AND starts_at = "from" AND NOT is_on_demand)
      ORDER BY "to", site`,
    [now, DEFAULTS],
  )
}

/** The shift that a moment lies in, or the one that ended last; null when there is no such site. */
export async function findShiftAt(siteId: string, now: Date): Promise<ShiftHours | null> {
  const [shift] = await statement<ShiftHours>(
    'find-shift-at',
    `SELECT site, shift, "from", "to" FROM (${SHIFTS}) shifts WHERE site = $3 AND "from" <= $1 ORDER BY "from" DESC LIMIT 1`,
    [now, DEFAULTS, siteId],
  )
  return shift ?? null
}
