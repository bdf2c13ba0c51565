'use client'
import type { OrderPage } from '@/lib/support/schema'
import { ActDialog } from './act-dialog'
import { useAct } from './use-act'

/** Ends an order that no carrier has. */
export function CancelDialog({ order, onClose }: { order: OrderPage; onClose: () => void }) {
  const { act, isPending } = useAct(order)
  return (
    <ActDialog
      title={`Cancel order ${order.orderNumber}?`}
      consequence="The stock is released, picking stops, its boxes go to the exceptions, and the card is let go. This cannot be undone."
      deed="Cancel the order"
      reasonLabel="Why"
      isPending={isPending}
      onClose={onClose}
      onDo={(reason) =>
        act({
          path: '/cancel',
          body: { reason },
          done: 'The order is being cancelled',
          failed: 'The order was not cancelled',
        })
      }
    />
  )
}
