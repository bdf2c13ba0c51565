import { invalid, json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listRecommendations } from '@/lib/recommendations/queries'
import { basketSchema } from '@/lib/recommendations/schema'
import { listRecommendationsOperation } from '../operations'
import { siteFilter } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listRecommendationsOperation, async ({ caller, query, request }) => {
    // A query has each name once; a basket names `sku` once for every item.
    const skus = basketSchema.safeParse(new URL(request.url).searchParams.getAll('sku'))
    if (!skus.success) refuse(invalid('The query is not valid', skus.error.issues, '/sku'))
    const items = await listRecommendations(
      [...new Set(skus.data)],
      siteFilter(caller, query.site),
      query.limit,
    )
    return json({ items })
  }),
})
