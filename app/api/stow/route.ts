import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { planStow } from '@/lib/inventory/plan-stow'
import { readIdempotencyKey } from '../orders/read-idempotency-key'
import { knownSite } from '../paging'
import { planStowOperation } from '../stow-operations'
import { noRoomProblem } from './stow-refusals'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(planStowOperation, async ({ request, caller, body, audit }) => {
    const siteId = knownSite(caller, body.site)
    const header = request.headers.get('idempotency-key')
    const operationId = body.operationId ?? (header === null ? undefined : readIdempotencyKey(header))
    const planning = await planStow({ ...body, operationId }, caller.clientId, new Date())
    if (planning.outcome === 'unknown-item') notFound(`No product ${body.sku ?? body.gtin}.`)
    if (planning.outcome === 'no-room') refuse(noRoomProblem(planning, body.quantity))
    if (planning.outcome === 'another-stow')
      refuse({
        status: 422,
        title: 'Another stow',
        detail: `${operationId} asked for ${planning.stow.quantity} of ${planning.stow.sku} before.`,
      })
    const { stowId } = planning.stow
    if (caller.kind === 'person')
      await audit({ subject: stowId, siteId, isChanged: planning.outcome === 'planned' })
    return json(planning.stow, 201, { location: `/api/stow/${stowId}` })
  }),
})
