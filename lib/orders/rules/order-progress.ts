import type { OrderStatus } from '../schema'

/** Units of an order, by how far they are. */
export type ProgressFacts = {
  /** Held, and to be picked. */
  toPick: number
  /** Not there, and not given up: the order waits for them. */
  lost: number
  picked: number
  /** In parcels, those with a carrier included. */
  packed: number
  shipped: number
}

/**
 * The status of an order that is on its way through the house, by its units. `placed` stays until a tour begins; a tour
 * that is given back does not take an order back.
 */
export function orderProgress(
  status: OrderStatus,
  { toPick, lost, picked, packed, shipped }: ProgressFacts,
): OrderStatus {
  const isAllPicked = picked > 0 && toPick === 0 && lost === 0
  if (isAllPicked && shipped >= picked) return 'shipped'
  if (isAllPicked && packed >= picked) return 'packed'
  return status === 'placed' && picked === 0 ? 'placed' : 'picking'
}
