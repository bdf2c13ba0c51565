import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { replayEvents } from '@/lib/downstream/replay-events'
import { replayEventsOperation } from '../../../downstream-operations'
import { knownWebhook } from '../../known-webhook'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(replayEventsOperation, async (visit) => {
    const { caller, params, body } = visit
    const { id } = await knownWebhook(caller, params.id)
    await replayEvents(id, new Date(body.from), body.to === undefined ? null : new Date(body.to))
    const webhook = await knownWebhook(caller, id)
    await visit.audit({ subject: webhook.id, siteId: webhook.site })
    return json(webhook, 202)
  }),
})
