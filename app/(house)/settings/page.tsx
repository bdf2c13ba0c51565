import { type Person, requirePerson } from '@/app/require-person'
import { type PartFigure, SettingsCards } from '@/components/settings/settings-cards'
import type { PartName } from '@/components/settings/settings-parts'
import { listWebhooks } from '@/lib/downstream/queries'
import { readShiftPlan } from '@/lib/figures/read-shift-plan'
import { listAlertTargets } from '@/lib/queue-health/queries'
import type { AuditChain } from '@/lib/sites/audit-schema'
import { listApiKeys } from '@/lib/sites/list-api-keys'
import { readAuditChain } from '@/lib/sites/list-audit-entries'
import { listPeople } from '@/lib/sites/list-people'
import { areAllSites } from '@/lib/sites/list-sites'
import packageFile from '@/package.json'

export const metadata = { title: 'Settings' }

export default async function SettingsPage() {
  return <SettingsCards figures={await readFigures(await requirePerson('manager'))} />
}

async function readFigures({ site, sites }: Person): Promise<Record<PartName, PartFigure>> {
  const [siteIds, now] = [sites.map(({ id }) => id), new Date()]
  const withHouse = await areAllSites(siteIds)
  const [people, keys, webhooks, targets, plan, chain] = await Promise.all([
    listPeople(site.id, siteIds, now),
    listApiKeys([site.id], { withHouse }, now),
    listWebhooks([site.id]),
    listAlertTargets([site.id]),
    readShiftPlan(site.id),
    readAuditChain(),
  ])
  const active = people.filter(({ state }) => state === 'active').length
  const unused = keys.filter(({ state, lastUsedAt }) => state === 'active' && lastUsedAt === null).length
  const stuck = webhooks.filter(({ state }) => state === 'disabled').length
  return {
    people: {
      figure: String(active),
      note: active === people.length ? 'active' : `of ${people.length} active`,
    },
    keys: {
      figure: String(keys.filter(({ state }) => state === 'active').length),
      note: unused === 0 ? 'in use' : `active, ${unused} never used`,
    },
    webhooks: {
      figure: String(webhooks.length),
      note: stuck === 0 ? 'at this site' : `at this site, ${stuck} disabled`,
      ...(stuck > 0 && { state: 'failed' }),
    },
    targets: {
      figure: String(targets.length),
      note: targets.length === 0 ? 'nobody is told' : 'told of alerts',
      ...(targets.length === 0 && { state: 'late' }),
    },
    reports: { figure: String(plan.shifts.length), note: `shifts, read by ${plan.recipients.length}` },
    sites: { figure: String(sites.length), note: sites.length === 1 ? 'is yours' : 'are yours' },
    audit: auditFigure(chain),
    system: { figure: packageFile.version, note: 'is running' },
  }
}

function auditFigure({ entries, brokenAt, checkedAt }: AuditChain): PartFigure {
  const figure = entries.toLocaleString('en')
  if (brokenAt !== null) return { figure, note: `entries, broken at ${brokenAt}`, state: 'failed' }
  if (checkedAt === null) return { figure, note: 'entries, not checked yet', state: 'waiting' }
  return { figure, note: 'entries, chain whole', state: 'done' }
}
