import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findStockEvent } from '@/lib/inventory/queries'
import { readEventAddress } from '@/lib/inventory/rules/event-address'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { showStockEventOperation } from '../../../stock-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showStockEventOperation, async ({ caller, params }) => {
    const name = readEventAddress(params.address ?? '')
    const event = name && (await findStockEvent(name.source, name.id))
    return event && mayKnow(caller, event.site) ? json(event) : notFound('No such event.')
  }),
})
