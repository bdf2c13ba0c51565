import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readItemOutlook } from '@/lib/replenishment/read-item-outlook'
import { knownSite } from '../../paging'
import { showItemOutlookOperation } from '../../replenishment-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showItemOutlookOperation, async ({ caller, params, query }) => {
    const { sku = '' } = params
    const outlook = await readItemOutlook(knownSite(caller, query.site), sku, new Date())
    return outlook ? json(outlook) : notFound(`No SKU ${sku} at ${query.site}.`)
  }),
})
