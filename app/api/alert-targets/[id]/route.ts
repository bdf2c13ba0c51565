import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { removeAlertTarget } from '@/lib/queue-health/remove-alert-target'
import { recordAudit } from '@/lib/sites/record-audit'
import { removeAlertTargetOperation } from '../../queue-health-operations'
import { knownTarget } from '../known-target'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: door(removeAlertTargetOperation, async ({ caller, params, requestId }) => {
    const { id, site, kind, address } = await knownTarget(caller, params.id)
    await removeAlertTarget(id)
    const subject = `${kind} ${address}`
    const action = 'removeAlertTarget'
    await recordAudit({
      actor: caller.clientId,
      action,
      outcome: 'allowed',
      subject,
      siteId: site,
      requestId,
    })
    return new Response(null, { status: 204 })
  }),
})
