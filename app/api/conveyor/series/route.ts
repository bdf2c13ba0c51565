import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readSeries } from '@/lib/conveyor/read-series'
import { showBeltSeriesOperation } from '../../belt-screen-operations'
import { knownSite } from '../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showBeltSeriesOperation, async ({ caller, query }) =>
    json(await readSeries({ ...query, site: knownSite(caller, query.site) })),
  ),
})
