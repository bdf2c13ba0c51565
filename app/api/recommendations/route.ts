import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listRecommendations } from '@/lib/recommendations/queries'
import { listRecommendationsOperation } from '../operations'
import { siteFilter } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listRecommendationsOperation, async ({ caller, query }) => {
    return json({ items: await listRecommendations(query.sku, siteFilter(caller, query.site), query.limit) })
  }),
})
