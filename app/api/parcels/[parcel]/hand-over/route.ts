import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { handOverParcel } from '@/lib/conveyor/hand-over-parcel'
import { recordAudit } from '@/lib/sites/record-audit'
import { handOverParcelOperation } from '../../../order-action-operations'
import { knownParcel } from '../known-parcel'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(handOverParcelOperation, async ({ caller, params, requestId }) => {
    const { barcode: parcel, orderNumber, siteId } = await knownParcel(caller, params.parcel)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const shipping = await handOverParcel(parcel, by, new Date())
    if (shipping.outcome === 'unknown') notFound(`No order of parcel ${parcel}.`)
    if (shipping.outcome === 'refused')
      refuse({ status: 409, title: 'Not handed over', detail: shipping.says })
    const audit = { actor: caller.clientId, action: 'handOverParcel', subject: parcel, siteId, requestId }
    if (caller.kind === 'person' && shipping.outcome === 'shipped')
      await recordAudit({ ...audit, outcome: 'allowed' })
    return json({ parcel, orderNumber })
  }),
})
