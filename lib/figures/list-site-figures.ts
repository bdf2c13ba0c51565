import { statement } from '@/lib/platform/db'
import { MEMBERS } from './keep-hours'
import { readOpenOrders } from './read-open-orders'
import { DEMAND_KNOWN, WANTED } from './read-stock-outs'
import type { Counts } from './rules/counts'
import { FIGURES } from './rules/figures'
import { countLateness } from './rules/late-risk'
import { figureIdSchema, type SiteFigures } from './schema'

type Row = Counts & {
  site: string
  name: string
  today: string
  since: Date
  alerts: number
  stockOuts: number | null
}

/** A site without a row had nothing yet. */
const MEMBERS_OR_NOTHING = MEMBERS.replace(/(\w+)::float8/g, 'coalesce($1, 0)::float8')

const SITES = `
  SELECT site.id AS site, site.name, today::text, today::timestamp AT TIME ZONE time_zone AS since, ${MEMBERS_OR_NOTHING},
         (SELECT count(*)::int FROM alert WHERE alert.site_id = site.id AND alert.state <> 'resolved') AS alerts,
         CASE WHEN ${DEMAND_KNOWN('site.id', 'today')}
              THEN (SELECT count(*)::int FROM stock_level level WHERE level.site_id = site.id AND available <= 0 AND ${WANTED('today')}) END AS "stockOuts"
    FROM site CROSS JOIN LATERAL (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS today) clock
    LEFT JOIN site_day ON site_day.site_id = site.id AND site_day.day = today
   WHERE $1::text[] IS NULL OR site.id = ANY ($1) ORDER BY site.id`

/** Today of many sites, a row each, as it was folded within the last minute; only lateness is judged this instant. */
export async function listSiteFigures(siteIds: string[] | 'all', now: Date): Promise<SiteFigures> {
  const asked = siteIds === 'all' ? null : siteIds
  const [rows, risks] = await Promise.all([
    statement<Row>('site-figures', SITES, [asked, now]),
    readOpenOrders(asked, now),
  ])
  return {
    now: now.toISOString(),
    items: rows.map(({ site, name, today, since, alerts, stockOuts, ...counts }) => {
      const figures = figureIdSchema.options.map((id) => [
        id,
        id === 'stock-outs' ? stockOuts : FIGURES[id].of(counts),
      ])
      return {
        ...{ site, name, day: today, since: since.toISOString(), alerts },
        figures: Object.fromEntries(figures),
        risk: countLateness(risks.get(site)?.orders ?? []),
      }
    }),
  }
}
