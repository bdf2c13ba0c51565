import { randomUUID } from 'node:crypto'
import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { beginReconciliation } from '@/lib/payments/begin-reconciliation'
import { reconcilePaymentsOperation } from '../../payments-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(reconcilePaymentsOperation, async ({ caller, body, audit }) => {
    const id = randomUUID()
    const actor = caller.clientId
    const period = {
      ...(body.from && { from: new Date(body.from) }),
      ...(body.until && { until: new Date(body.until) }),
    }
    await beginReconciliation({ id, askedBy: actor, ...period, now: new Date() })
    await audit({ subject: id })
    return json({ id }, 202, { location: '/api/payments/reconciliations?limit=1' })
  }),
})
