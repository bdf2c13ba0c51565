import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { removeAlertTarget } from '@/lib/queue-health/remove-alert-target'
import { removeAlertTargetOperation } from '../../queue-health-operations'
import { knownTarget } from '../known-target'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: door(removeAlertTargetOperation, async ({ caller, params, audit }) => {
    const { id, site } = await knownTarget(caller, params.id)
    await removeAlertTarget(id)
    await audit({ subject: id, siteId: site })
    return new Response(null, { status: 204 })
  }),
})
