import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { checkContentType } from '@/app/read-body'
import { importDemand } from '@/lib/replenishment/import-demand'
import { findDemand } from '@/lib/replenishment/queries'
import { importDemandOperation, listDemandOperation } from '../demand-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listDemandOperation, async ({ caller, query }) => {
    const items = await findDemand({ ...query, site: knownSite(caller, query.site) })
    return json({ items, nextCursor: null })
  }),
  POST: door(importDemandOperation, async ({ request, caller, body, query, audit }) => {
    const siteId = knownSite(caller, query.site)
    checkContentType(request, importDemandOperation.bytes.contentTypes)
    const result = await importDemand(siteId, body)
    if (result.outcome === 'wrong-file')
      refuse({ status: 422, title: 'The file cannot be read', detail: result.reason })
    const { outcome: _, ...told } = result
    const subject = `${told.imported} days`
    await audit({ subject, siteId })
    return json(told)
  }),
})
