import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { decideSlottingMove } from '@/lib/picking/decide-slotting-move'
import { recordAudit } from '@/lib/sites/record-audit'
import { decideSlottingMoveOperation } from '../../../../../slotting-operations'
import { standingSite } from '../../../../standing-site'
import { moveId, noMove } from '../known-move'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(decideSlottingMoveOperation, async ({ caller, params, body, requestId }) => {
    const site = await standingSite(caller, params.site)
    const id = moveId(params.id)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const { outcome } = await decideSlottingMove(site, id, body.state, by)
    if (outcome === 'unknown') noMove(id)
    if (outcome === 'begun')
      refuse({ status: 409, title: 'It has begun', detail: 'Somebody is making this move, or has made it.' })
    await recordAudit({
      ...{ actor: caller.clientId, action: 'decideSlottingMove', outcome: 'allowed' },
      ...{ subject: `${id}: ${body.state}`, siteId: site, requestId },
    })
    return json(body)
  }),
})
