import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findOrder } from '@/lib/orders/queries'
import { retryStep } from '@/lib/orders/retry-step'
import { deferredKindSchema } from '@/lib/orders/schema'
import { announce } from '@/lib/platform/realtime'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { actRecorded } from '@/lib/support/events'
import { retryStepOperation } from '../../../../../operations'
import { mayChange } from '../../../known-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(retryStepOperation, async ({ caller, params, audit, requestId }) => {
    const { orderNumber = '' } = params
    const kind = deferredKindSchema.safeParse(params.kind).data
    const order = kind && (await findOrder(orderNumber))
    if (!kind || !order || !mayKnow(caller, order.siteId))
      notFound(`Order ${orderNumber} owes no ${params.kind}.`)
    mayChange(order)
    const { outcome } = await retryStep(orderNumber, kind, requestId)
    if (outcome === 'never-owed') notFound(`Order ${orderNumber} owes no ${kind}.`)
    if (outcome === 'already-done') refuse({ status: 409, title: 'The step is done already' })
    await audit({ subject: `${orderNumber} ${kind}`, siteId: order.siteId })
    const { siteId: site, version } = order
    announce({ site, topic: 'orders', event: actRecorded, id: orderNumber, version })
    return json({ orderNumber, kind }, 202)
  }),
})
