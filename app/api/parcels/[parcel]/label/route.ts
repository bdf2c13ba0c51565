import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { drawLabel } from '@/lib/conveyor/draw-label'
import { showLabelOperation } from '../../../order-action-operations'
import { knownParcel } from '../known-parcel'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showLabelOperation, async ({ caller, params }) => {
    const { barcode } = await knownParcel(caller, params.parcel)
    const headers = { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' }
    return new Response(await drawLabel(barcode), { headers })
  }),
})
