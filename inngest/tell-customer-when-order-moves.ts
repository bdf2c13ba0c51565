import { oweMail } from '@/lib/messages/owe-mail'
import type { MailFacts, MailKind } from '@/lib/messages/schema'
import {
  orderEventSchema,
  orderRefunded,
  orderRefundedSchema,
  orderShipped,
  orderShippedSchema,
  orderShort,
  orderShortSchema,
} from '@/lib/orders/events'
import { readAddressee } from '@/lib/orders/read-addressee'
import { inngest } from './client'
import { readEvent } from './read-event'

type Occasion = { kind: MailKind; occasion: string; facts: MailFacts }

/** Idempotent by the mail's id, which is made of the occasion: the parcel, the refund, the shortage. */
export const tellCustomerWhenOrderMoves = inngest.createFunction(
  {
    id: 'tell-customer-when-order-moves',
    retries: 10,
    triggers: [{ event: orderShipped }, { event: orderShort }, { event: orderRefunded }],
  },
  async ({ event, step }) => {
    const { orderNumber, site } = readEvent(orderEventSchema, event.data)
    return step.run('owe', async () => {
      const order = await readAddressee(orderNumber)
      if (!order) return { outcome: 'unknown' as const }
      const occasion = occasionOf(event)
      return oweMail({ orderNumber, site, toAddress: order.customer.email, ...occasion }, new Date())
    })
  },
)

function occasionOf({ name, id = '', data }: { name: string; id?: string; data: unknown }): Occasion {
  if (name === orderShipped) {
    const { parcel, carrier, lines, isComplete } = readEvent(orderShippedSchema, data)
    return {
      kind: 'order-shipped',
      occasion: parcel,
      facts: { items: itemsOf(lines), parcel, carrier, isComplete },
    }
  }
  if (name === orderRefunded) {
    const { movementId, amount } = readEvent(orderRefundedSchema, data)
    const occasion = movementId.split('/').at(-1) ?? movementId
    return { kind: 'order-refunded', occasion, facts: { items: [], amountMinor: amount.amount } }
  }
  const { lines } = readEvent(orderShortSchema, data)
  return { kind: 'order-short', occasion: id, facts: { items: itemsOf(lines) } }
}

const itemsOf = (lines: readonly { sku: string; quantity: number }[]) =>
  lines.map(({ sku, quantity }) => ({ sku, quantity }))
