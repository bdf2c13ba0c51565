import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { handOverParcel } from '@/lib/conveyor/hand-over-parcel'
import { handOverParcelOperation } from '../../../order-action-operations'
import { knownParcel } from '../known-parcel'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(handOverParcelOperation, async ({ caller, params, audit }) => {
    const { barcode: parcel, orderNumber, siteId } = await knownParcel(caller, params.parcel)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const shipping = await handOverParcel(parcel, by, new Date())
    if (shipping.outcome === 'unknown') notFound(`No order of parcel ${parcel}.`)
    if (shipping.outcome === 'refused')
      refuse({ status: 409, title: 'Not handed over', detail: shipping.says })
    if (caller.kind === 'person')
      await audit({ subject: parcel, siteId, isChanged: shipping.outcome === 'shipped' })
    return json({ parcel, orderNumber })
  }),
})
