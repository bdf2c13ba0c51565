import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { retryDelivery } from '@/lib/downstream/retry-delivery'
import { retryDeliveryOperation } from '../../../../../downstream-operations'
import { knownWebhook } from '../../../../known-webhook'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(retryDeliveryOperation, async (visit) => {
    const { caller, params } = visit
    const webhook = await knownWebhook(caller, params.id)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const { outcome } = await retryDelivery(params.deliveryId ?? '', webhook.id, by)
    if (outcome === 'not-found') notFound(`No delivery ${params.deliveryId}.`)
    await visit.audit({ subject: webhook.id, siteId: webhook.site })
    return json({ outcome }, 202)
  }),
})
