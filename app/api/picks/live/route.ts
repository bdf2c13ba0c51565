import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listLiveTours } from '@/lib/picking/list-tours'
import { knownSite } from '../../paging'
import { listLiveToursOperation } from '../../picking-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listLiveToursOperation, async ({ caller, query }) =>
    json({ items: await listLiveTours(knownSite(caller, query.site), new Date()) }),
  ),
})
