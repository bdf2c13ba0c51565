import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { simulateItem } from '@/lib/replenishment/simulate-item'
import { simulateItemOperation } from '../../replenishment-operations'
import { standingSite } from '../../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(simulateItemOperation, async ({ caller, body }) => {
    const site = await standingSite(caller, body.site)
    const played = await simulateItem(site, body.sku, new Date())
    return played ? json(played) : notFound(`No SKU ${body.sku} in the catalogue.`)
  }),
})
