import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listEventDeliveries } from '@/lib/downstream/queries'
import { findStockEvent } from '@/lib/inventory/queries'
import { readEventAddress } from '@/lib/inventory/rules/event-address'
import { mayKnow, sitesOf } from '@/lib/sites/rules/may-enter'
import { showStockEventOperation } from '../../../stock-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showStockEventOperation, async ({ caller, params }) => {
    const name = readEventAddress(params.address ?? '')
    const event = name && (await findStockEvent(name.source, name.id))
    if (!event || !mayKnow(caller, event.site)) notFound('No such event.')
    return json({ ...event, deliveries: await listEventDeliveries(event, sitesOf(caller)) })
  }),
})
