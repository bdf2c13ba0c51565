import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { recordAudit } from '@/lib/sites/record-audit'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { erasePerson } from '@/lib/support/erase-person'
import { erasePersonOperation } from '../../data-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(erasePersonOperation, async ({ caller, body, requestId }) => {
    const askedBy = caller.clientId
    const done = await erasePerson({ email: body.email, siteIds: sitesOf(caller), askedBy, now: new Date() })
    if (done.outcome === 'open')
      refuse({
        status: 409,
        title: 'Not everything of this customer is over',
        detail: 'Nothing was erased.',
        errors: done.orders.map(({ orderNumber, openBecause }) => ({
          pointer: `/orders/${orderNumber}`,
          detail: openBecause ?? '',
        })),
      })
    const { outcome: _, ...erasure } = done
    // Never whom: the log would keep what was erased.
    const subject = erasure.id ?? 'nobody'
    await recordAudit({ actor: askedBy, action: 'erasePerson', outcome: 'allowed', subject, requestId })
    return json(erasure)
  }),
})
