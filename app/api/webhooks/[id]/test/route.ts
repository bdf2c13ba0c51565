import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { testWebhook } from '@/lib/downstream/test-webhook'
import { testWebhookOperation } from '../../../downstream-operations'
import { knownWebhook } from '../../known-webhook'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(testWebhookOperation, async ({ caller, params }) => {
    const { id } = await knownWebhook(caller, params.id)
    return json(await testWebhook(id, new Date()))
  }),
})
