import type { WantedAlert } from './wanted-alert'

/** The queue under which movements of money are told of. */
export const paymentsQueue = 'payments'

/** Movements of a site that are late, or that the provider refused: how many, since when, and why the last was not done. */
export type OwedMoney = {
  site: string
  trouble: 'late' | 'refused'
  movements: number
  orders: number
  since: Date
  firstOrder: string
  reason: string | null
}

/**
 * The alert for money that does not move. Late is the provider's trouble and ends by itself; what it refused nobody asks
 * again, so somebody has to look at the order.
 */
export function wantedMoneyAlert({
  site,
  trouble,
  movements,
  orders,
  firstOrder,
  reason,
}: OwedMoney): WantedAlert {
  const count = movements === 1 ? '1 movement' : `${movements.toLocaleString('en')} movements`
  const why = reason === null ? '' : `, last because: ${reason}`
  const says = {
    late: `${count} of money not answered by the provider, the oldest of order ${firstOrder}${why}`,
    refused: `${count} of money refused by the provider, the first of order ${firstOrder}${why}`,
  }
  return {
    ...{ site, queue: paymentsQueue, ordersAffected: orders },
    topic: trouble === 'late' ? 'flow' : 'dead-letters',
    severity: 'warning',
    cause: trouble === 'late' ? 'dependency-silent' : 'dependency-refusing',
    message: `Payments: ${says[trouble]}`,
  }
}
