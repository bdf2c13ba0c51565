import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { packTotes } from '@/lib/conveyor/pack-totes'
import { packTotesOperation } from '../belt-feed-operations'
import { standingSite } from '../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(packTotesOperation, async ({ caller, body, audit }) => {
    const siteId = await standingSite(caller, body.site)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const packing = await packTotes(body, by, new Date())
    if (packing.outcome === 'refused') refuse({ status: 409, title: 'Not packed', detail: packing.says })
    if (packing.outcome === 'another-operation')
      refuse({
        status: 422,
        title: 'Another parcel',
        detail: `${body.operationId} packed other totes into ${packing.barcode} before.`,
      })
    const { parcel } = packing
    if (caller.kind === 'person')
      await audit({ subject: parcel.parcel, siteId, isChanged: packing.outcome === 'packed' })
    return json(parcel, 201)
  }),
})
