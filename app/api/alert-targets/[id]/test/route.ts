import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { testAlertTarget } from '@/lib/queue-health/test-alert-target'
import { testAlertTargetOperation } from '../../../queue-health-operations'
import { knownTarget } from '../../known-target'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(testAlertTargetOperation, async ({ caller, params, request }) => {
    const { id } = await knownTarget(caller, params.id)
    return json(await testAlertTarget(id, new URL(request.url).origin, new Date()))
  }),
})
