import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { acknowledgeAlert } from '@/lib/queue-health/acknowledge-alert'
import { acknowledgeAlertOperation } from '../../../queue-health-operations'
import { knownAlert } from '../../known-alert'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(acknowledgeAlertOperation, async ({ caller, params, audit }) => {
    const { id, site } = await knownAlert(caller, params.id)
    const { outcome } = await acknowledgeAlert(id, caller.kind === 'person' ? caller.name : caller.clientId)
    if (outcome === 'over') refuse({ status: 409, title: 'The alert is over' })
    await audit({ subject: id, siteId: site })
    const { notices: _, ...alert } = await knownAlert(caller, id)
    return json(alert)
  }),
})
