import type { OrderStatus } from '../schema'

/** The statuses that an order begins with. */
export const FIRST: readonly OrderStatus[] = ['confirming', 'refused']

/** What may become of an order, from every status; nothing else ever does. A status that leads nowhere is final. */
export const NEXT: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  refused: [],
  confirming: ['placed', 'declined', 'cancelled'],
  // What the floor does may be heard of late: a parcel may be handed over before its tour's beginning is told.
  placed: ['picking', 'packed', 'shipped', 'cancelled'],
  picking: ['packed', 'shipped', 'cancelled'],
  // Units that an order waited for are there again.
  packed: ['picking', 'shipped', 'cancelled'],
  shipped: ['returned'],
  declined: [],
  cancelled: [],
  returned: [],
}

export const mayBecome = (from: OrderStatus, to: OrderStatus): boolean => NEXT[from].includes(to)

export const isFinal = (status: OrderStatus): boolean => NEXT[status].length === 0

/** Placed, and on its way through the house. */
export const isInHouse = (status: OrderStatus): boolean => mayBecome(status, 'shipped')
