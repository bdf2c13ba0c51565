import type { OrderStatus } from './schema'

/** A verb wanted a status that the table of transitions does not know: a fault of ours, so nothing is changed. */
export class ForbiddenTransitionError extends Error {
  constructor(orderNumber: string, from: OrderStatus, to: OrderStatus) {
    super(`order ${orderNumber} is ${from} and cannot become ${to}`)
  }
}
