import { json, refuse } from '@/app/answers'
import { binProblem } from '@/app/api/stow/stow-refusals'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { confirmSlottingMove } from '@/lib/picking/confirm-slotting-move'
import { confirmSlottingMoveOperation } from '../../../../../../slotting-operations'
import { standingSite } from '../../../../../standing-site'
import { moveId, noMove } from '../../known-move'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(confirmSlottingMoveOperation, async ({ caller, params, body, traceparent, audit }) => {
    const site = await standingSite(caller, params.site)
    const id = moveId(params.id)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const confirming = await confirmSlottingMove({ site, id, by, traceparent, now: new Date() }, body)
    if (confirming.outcome === 'unknown') return noMove(id)
    if (confirming.outcome === 'not-next')
      refuse({ status: 409, title: 'Not yet', detail: 'Another item makes room first.' })
    if (confirming.outcome === 'full')
      refuse(
        { status: 429, title: 'Too Many Requests', detail: 'Too many events wait; send the same again.' },
        { 'retry-after': String(confirming.retryAfterSeconds) },
      )
    if (confirming.outcome !== 'confirmed') refuse(binProblem(confirming, body.bin))
    if (caller.kind === 'person')
      await audit({ subject: `${id}: ${body.quantity} in ${body.bin}`, siteId: site })
    const { state, quantity } = confirming
    return json({ id, state, quantity })
  }),
})
