import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { recordAudit } from '@/lib/sites/record-audit'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { readPerson } from '@/lib/support/read-person'
import { readPersonOperation } from '../../data-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(readPersonOperation, async ({ caller, body, requestId }) => {
    const data = await readPerson({ email: body.email, siteIds: sitesOf(caller), now: new Date() })
    const [actor, subject] = [caller.clientId, `${data.tables.orders?.length ?? 0} orders`]
    await recordAudit({ actor, action: 'readPerson', outcome: 'allowed', subject, requestId })
    return json(data)
  }),
})
