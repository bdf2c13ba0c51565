import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { changeWebhook } from '@/lib/downstream/change-webhook'
import { removeWebhook } from '@/lib/downstream/remove-webhook'
import {
  changeWebhookOperation,
  removeWebhookOperation,
  showWebhookOperation,
} from '../../downstream-operations'
import { knownWebhook, wrongAddress } from '../known-webhook'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showWebhookOperation, async ({ caller, params }) => json(await knownWebhook(caller, params.id))),
  PUT: door(changeWebhookOperation, async (visit) => {
    const { caller, params, body } = visit
    const { id } = await knownWebhook(caller, params.id)
    const changed = await changeWebhook(id, body)
    if (changed.outcome === 'wrong-address') wrongAddress(changed.why)
    const webhook = await knownWebhook(caller, id)
    await visit.audit({ subject: webhook.id, siteId: webhook.site })
    return json(webhook)
  }),
  DELETE: door(removeWebhookOperation, async (visit) => {
    const webhook = await knownWebhook(visit.caller, visit.params.id)
    await removeWebhook(webhook.id)
    await visit.audit({ subject: webhook.id, siteId: webhook.site })
    return new Response(null, { status: 204 })
  }),
})
