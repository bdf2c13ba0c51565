import { authorisePayment } from '@/lib/payments/authorise-payment'
import { announce } from '@/lib/platform/realtime'
import { beginOrder, type Client } from './begin-order'
import { deferSettlement } from './defer-settlement'
import { keepAnswer } from './keep-answer'
import { type Answer, confirmingAnswer, outOfStockAnswer } from './rules/order-answers'
import type { OrderRequest } from './schema'
import { settleOrder } from './settle-order'

export type PlacingOutcome =
  | ({ outcome: 'answered'; replayed: boolean } & Answer)
  | { outcome: 'in-flight' | 'key-reused' | 'unknown-site' }
  | { outcome: 'unknown-skus'; skus: string[] }

/**
 * Places an order: seen this key? -> hold -> charge -> save. Two short transactions with the provider's call between
 * them, so that no lock is ever held across a network call. The answer waits for charge, hold and save and for
 * nothing else; whatever dies in between is finished or undone by `settleUnresolvedOrder`.
 */
export async function placeOrder(request: OrderRequest, client: Client): Promise<PlacingOutcome> {
  const begun = await beginOrder(request, client)
  switch (begun.outcome) {
    case 'replay':
      return { ...begun, outcome: 'answered', replayed: true }
    case 'short': {
      const answer = outOfStockAnswer(begun.orderNumber, request.lines, begun.shortages)
      await keepAnswer(client, answer)
      const { orderNumber: id } = begun
      announce({ site: request.site, topic: 'orders', event: 'orders/order.refused', id, version: 1 })
      return { ...answer, outcome: 'answered', replayed: false }
    }
    case 'begun': {
      const answer = await chargeAndSave(begun, request.payment.token)
      return { ...answer, outcome: 'answered', replayed: false }
    }
    default:
      return begun
  }
}

type Begun = Extract<Awaited<ReturnType<typeof beginOrder>>, { outcome: 'begun' }>

async function chargeAndSave(order: Begun, token: string): Promise<Answer> {
  const { orderNumber, totalMinor: amountMinor, currency } = order
  const charge = await authorisePayment({ orderNumber, amountMinor, currency, token })
  if (charge.outcome !== 'unknown') return settleOrder(order, charge)
  const answer = confirmingAnswer(orderNumber)
  await deferSettlement(order, charge.detail, answer)
  return answer
}
