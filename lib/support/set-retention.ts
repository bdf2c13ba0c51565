import { db } from '@/lib/platform/db'
import type { Retention } from './privacy-schema'
import { USUAL_RETENTION } from './rules/retention'

/** How long a site keeps what it knows of customers. */
export async function readRetention(site: string): Promise<Retention> {
  const rule = await db.retentionRule.findUnique({ where: { siteId: site } })
  const { personYears, recordYears } = rule ?? USUAL_RETENTION
  return { site, personYears, recordYears }
}

/** Keeps by these from now on; what was erased stays so. */
export async function setRetention(
  { site, personYears, recordYears }: Retention,
  changedBy: string,
  changedAt: Date,
): Promise<Retention> {
  const years = { personYears, recordYears, changedBy, changedAt }
  await db.retentionRule.upsert({
    where: { siteId: site },
    create: { siteId: site, ...years },
    update: years,
  })
  return readRetention(site)
}
