import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listForecasts, readForecast } from '@/lib/replenishment/queries'
import { listForecastsOperation } from '../demand-operations'
import { knownSite, nextLink } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listForecastsOperation, async ({ request, caller, query }) => {
    const site = knownSite(caller, query.site)
    if (query.sku) {
      const forecast = await readForecast(site, query.sku)
      return json({ items: forecast ? [forecast] : [], nextCursor: null })
    }
    const page = await listForecasts(site, query)
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
