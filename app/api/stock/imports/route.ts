import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { checkContentType, readBytes } from '@/app/read-body'
import { readImports } from '@/lib/inventory/read-imports'
import { receiveStockFile } from '@/lib/inventory/receive-stock-file'
import { knownSite, nextLink } from '../../paging'
import { importStockOperation, listImportsOperation } from '../../stock-operations'

const LIMIT_BYTES = 8_388_608

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listImportsOperation, async ({ request, caller, query }) => {
    const { site, ...page } = query
    const list = await readImports(knownSite(caller, site), page)
    return json(list, 200, nextLink(request, list.nextCursor))
  }),
  POST: door(importStockOperation, async ({ request, caller, query, traceparent, audit }) => {
    const siteId = knownSite(caller, query.site)
    checkContentType(request, ['text/csv'])
    const content = await readBytes(request, LIMIT_BYTES)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const received = await receiveStockFile({ site: siteId, content, by, traceparent }, new Date())
    if (received.outcome === 'wrong-file')
      refuse({ status: 400, title: 'The file cannot be read', detail: received.reason })
    const { id } = received
    await audit({ subject: id, siteId })
    return json({ id }, 202, { location: `/api/stock/imports/${id}` })
  }),
})
