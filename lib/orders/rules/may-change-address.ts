import type { OrderStatus } from '../schema'

export type AddressFacts = {
  /** Units still to be picked, and in parcels. */
  toPick: number
  packed: number
}

/**
 * Whether an order may go to another address: until its last unit is picked, and before its first parcel, whose carrier
 * and label are chosen by the address.
 * @returns null when it may; else why not, in words for support
 */
export function reasonAgainstNewAddress(
  status: OrderStatus,
  { toPick, packed }: AddressFacts,
): string | null {
  if (status === 'confirming' || status === 'placed') return null
  if (status !== 'picking') return `The order is ${status}; its address cannot change any more.`
  if (packed > 0) return 'A parcel of the order is packed and labelled already.'
  return toPick > 0 ? null : 'The order is picked already.'
}
