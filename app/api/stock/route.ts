import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listStock } from '@/lib/inventory/list-stock'
import { findStock } from '@/lib/inventory/queries'
import { knownSite, nextLink, siteFilter } from '../paging'
import { showStockOperation } from '../stock-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showStockOperation, async ({ request, caller, query }) => {
    const { sku, site = '', ...filter } = query
    if (sku) {
      const stock = await findStock(sku, siteFilter(caller, query.site))
      return stock ? json(stock) : notFound(`No SKU ${sku}.`)
    }
    const page = await listStock(knownSite(caller, site), filter)
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
