import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { sendReorders } from '@/lib/replenishment/send-reorders'
import { sendReordersOperation } from '../../replenishment-operations'
import { standingSite } from '../../sites/standing-site'
import { nameOf, notPacks } from '../not-packs'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(sendReordersOperation, async ({ caller, body, audit }) => {
    const site = await standingSite(caller, body.site)
    const sent = await sendReorders(site, body.items, nameOf(caller), new Date())
    if (sent.outcome === 'not-packs') notPacks(sent)
    for (const { orderId, supplier } of sent.orders)
      await audit({ subject: `${orderId}: ${supplier}`, siteId: site })
    return json({ orders: sent.orders })
  }),
})
