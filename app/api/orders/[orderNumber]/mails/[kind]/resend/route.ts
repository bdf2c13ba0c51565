import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { oweMail } from '@/lib/messages/owe-mail'
import { findMailOfOrder } from '@/lib/messages/queries'
import { mailFactsSchema, mailKindSchema } from '@/lib/messages/schema'
import { findOrder, summaryOf } from '@/lib/orders/queries'
import { retryStep } from '@/lib/orders/retry-step'
import { announce } from '@/lib/platform/realtime'
import { actRecorded } from '@/lib/support/events'
import { resendMailOperation } from '../../../../../support-operations'
import { knownOrder } from '../../../known-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(resendMailOperation, async (visit) => {
    const { body, params, audit, requestId } = visit
    const { order, about } = await knownOrder(visit)
    const kind = mailKindSchema.safeParse(params.kind).data
    if (!kind) notFound(`No mail of kind ${params.kind}.`)
    if (order.placedAt === null)
      refuse({ status: 409, title: 'Not now', detail: 'The order was never placed.' })
    const to = body.to ?? order.customerEmail
    await sendAgain(about, kind, to, requestId)
    await audit({ subject: `${about.orderNumber}: ${kind}`, siteId: about.site })
    const { site, version, orderNumber: id } = about
    announce({ site, topic: 'orders', event: actRecorded, id, version })
    const after = await findOrder(about.orderNumber)
    return json(summaryOf(after ?? order), 202)
  }),
})

type About = Awaited<ReturnType<typeof knownOrder>>['about']

// A confirmation that is still owed is the step's to send: sent beside it, the customer would read it twice.
async function sendAgain(
  { orderNumber, site }: About,
  kind: (typeof mailKindSchema.options)[number],
  to: string,
  wish: string,
) {
  const isStep = kind === 'order-confirmation'
  if (isStep && (await retryStep(orderNumber, 'confirmation-email', wish, { to })).outcome === 'owed-again')
    return
  const last = (await findMailOfOrder(orderNumber)).findLast((mail) => mail.kind === kind)
  if (!last && !isStep) notFound(`Order ${orderNumber} was never written about this.`)
  const facts = mailFactsSchema.parse(last?.facts ?? {})
  await oweMail({ orderNumber, site, kind, occasion: `again-${wish}`, facts, toAddress: to }, new Date())
}
