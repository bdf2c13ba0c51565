import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findStockHistory } from '@/lib/inventory/queries'
import { knownSite } from '../../paging'
import { showStockHistoryOperation } from '../../stock-operations'

const POINTS = 120
const DAY_HOURS = 24

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showStockHistoryOperation, async ({ caller, query }) => {
    const { sku, site, days, hours = (days ?? 1) * DAY_HOURS } = query
    return json(await findStockHistory(sku, knownSite(caller, site), { hours, points: POINTS }, new Date()))
  }),
})
