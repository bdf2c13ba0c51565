import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { acknowledgeAlert } from '@/lib/queue-health/acknowledge-alert'
import { recordAudit } from '@/lib/sites/record-audit'
import { acknowledgeAlertOperation } from '../../../queue-health-operations'
import { knownAlert } from '../../known-alert'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(acknowledgeAlertOperation, async ({ caller, params, requestId }) => {
    const { id, site } = await knownAlert(caller, params.id)
    const { outcome } = await acknowledgeAlert(id, caller.kind === 'person' ? caller.name : caller.clientId)
    if (outcome === 'over') refuse({ status: 409, title: 'The alert is over' })
    const action = 'acknowledgeAlert'
    await recordAudit({
      actor: caller.clientId,
      action,
      outcome: 'allowed',
      subject: id,
      siteId: site,
      requestId,
    })
    const { notices: _, ...alert } = await knownAlert(caller, id)
    return json(alert)
  }),
})
