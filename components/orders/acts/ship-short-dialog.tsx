'use client'
import type { OrderPage } from '@/lib/support/schema'
import { ActDialog } from './act-dialog'
import { useAct } from './use-act'

/** Gives up what nobody can find of an order. */
export function ShipShortDialog({ order, onClose }: { order: OrderPage; onClose: () => void }) {
  const { act, isPending } = useAct(order)
  return (
    <ActDialog
      title="Ship without what is missing?"
      consequence="What nobody can find is given up: the customer is told, and does not pay for it. This cannot be undone."
      deed="Ship short"
      reasonLabel="Why"
      isPending={isPending}
      onClose={onClose}
      onDo={(reason) =>
        act({
          path: '/ship-short',
          body: { reason },
          done: 'The order ships without it',
          failed: 'The order waits as before',
        })
      }
    />
  )
}
