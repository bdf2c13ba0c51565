import { createLoader, type SearchParams } from 'nuqs/server'
import { z } from 'zod'
import { operations } from '@/app/api/operations'
import { requirePerson } from '@/app/require-person'
import { AUDIT_CHAIN_PATH, auditPath, auditSearch } from '@/components/settings/audit-paths'
import { AuditScreen } from '@/components/settings/audit-screen'
import { auditFilterSchema } from '@/lib/sites/audit-schema'
import { listApiKeys } from '@/lib/sites/list-api-keys'
import { listAuditEntries, readAuditChain } from '@/lib/sites/list-audit-entries'
import { listPeople } from '@/lib/sites/list-people'

export const metadata = { title: 'Audit log' }

const loadSearch = createLoader(auditSearch)
const PAGE = 50
// What the address asks for may have been typed by hand.
const filterSchema = auditFilterSchema.extend({ cursor: z.string().optional() })
const given = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { site } = await requirePerson('manager')
  const search = await loadSearch(searchParams)
  const filter = filterSchema.safeParse(given(search)).data ?? {}
  const readAtMs = Date.now()
  const now = new Date(readAtMs)
  const [answer, chain, people, keys] = await Promise.all([
    listAuditEntries([site.id], { ...filter, limit: PAGE }),
    readAuditChain(),
    listPeople(site.id, [site.id], now),
    listApiKeys([site.id], { withHouse: false }, now),
  ])
  const actors = [
    ...people.map(({ id, name }) => ({ id: `person:${id}`, text: name })),
    ...keys.map(({ id, name }) => ({ id: `key:${id}`, text: `Key ${name}` })),
  ]
  return (
    <AuditScreen
      site={site.id}
      choices={{ actors, actions: operations.map(({ id }) => id).sort() }}
      initial={{ path: auditPath(site.id, search), answer, readAtMs }}
      initialChain={{ path: AUDIT_CHAIN_PATH, answer: chain, readAtMs }}
    />
  )
}
