import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { decideSlottingMove } from '@/lib/picking/decide-slotting-move'
import { decideSlottingMoveOperation } from '../../../../../slotting-operations'
import { standingSite } from '../../../../standing-site'
import { moveId, noMove } from '../known-move'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(decideSlottingMoveOperation, async ({ caller, params, body, audit }) => {
    const site = await standingSite(caller, params.site)
    const id = moveId(params.id)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const { outcome } = await decideSlottingMove(site, id, body.state, by)
    if (outcome === 'unknown') noMove(id)
    if (outcome === 'begun')
      refuse({ status: 409, title: 'It has begun', detail: 'Somebody is making this move, or has made it.' })
    await audit({ subject: `${id}: ${body.state}`, siteId: site })
    return json(body)
  }),
})
