import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { rotateSecret } from '@/lib/downstream/rotate-secret'
import { rotateSecretOperation } from '../../../downstream-operations'
import { knownWebhook } from '../../known-webhook'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(rotateSecretOperation, async (visit) => {
    const { id } = await knownWebhook(visit.caller, visit.params.id)
    const rotated = await rotateSecret(id, new Date())
    if (rotated.outcome === 'not-found') notFound(`No webhook ${id}.`)
    const webhook = await knownWebhook(visit.caller, id)
    await visit.audit({ subject: webhook.id, siteId: webhook.site })
    return json({ ...webhook, secret: rotated.secret })
  }),
})
