import { reasonAgainstNewAddress } from '@/lib/orders/rules/may-change-address'
import { mayBecome } from '@/lib/orders/rules/order-transitions'
import type { OrderStatus } from '@/lib/orders/schema'
import type { PossibleActs, Progress } from '../schema'

/** What can be done to an order as it stands; the doors decide again, for it may move meanwhile. */
export function possibleActs(
  status: OrderStatus,
  { held, lost, packed }: Progress,
  refundableMinor: number,
): PossibleActs {
  return {
    cancel: mayBecome(status, 'cancelled'),
    refundMinor: Math.max(0, refundableMinor),
    changeAddress: reasonAgainstNewAddress(status, { toPick: held, packed }) === null,
    shipShort: lost > 0 && mayBecome(status, 'shipped'),
  }
}
