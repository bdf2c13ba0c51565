import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { decideCount } from '@/lib/inventory/decide-count'
import { approveCountOperation } from '../../../stock-operations'
import { knownCount, nameOf } from '../../known-count'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(approveCountOperation, async ({ caller, params, body, audit }) => {
    const { id, site: siteId } = await knownCount(caller, params.id)
    const decision = { state: 'approved', by: nameOf(caller), reason: body.reason } as const
    const { outcome } = await decideCount(id, decision, new Date())
    if (outcome === 'not-waiting') refuse({ status: 409, title: 'The count does not wait for approval' })
    await audit({ subject: id, siteId })
    return json(await knownCount(caller, id))
  }),
})
