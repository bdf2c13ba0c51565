import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { silenceAlert } from '@/lib/queue-health/silence-alert'
import { silenceAlertOperation } from '../../../queue-health-operations'
import { knownAlert } from '../../known-alert'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(silenceAlertOperation, async ({ caller, params, body, audit }) => {
    const { id, site, queue } = await knownAlert(caller, params.id)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    await silenceAlert({ site, queue, id }, body, by, new Date())
    const subject = `${queue} ${body.minutes} min`
    await audit({ subject, siteId: site })
    const { notices: _, ...alert } = await knownAlert(caller, id)
    return json(alert)
  }),
})
