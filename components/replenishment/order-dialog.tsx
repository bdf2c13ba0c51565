'use client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Money } from '@/components/ui/money'
import type { Reorder } from '@/lib/replenishment/reorder-schema'

type Props = {
  items: readonly Reorder[]
  quantityOf: (item: Reorder) => number
  currency: string
  isPending: boolean
  onSend: () => void
  onClose: () => void
}

/** The last look before orders go out: what each supplier is asked for, and what it costs. */
export function OrderDialog({ items, quantityOf, currency, isPending, onSend, onClose }: Props) {
  const suppliers = [...new Set(items.map(({ supplier }) => supplier))].sort()
  const costOf = (rows: readonly Reorder[]) =>
    rows.reduce((sum, item) => sum + quantityOf(item) * item.unitCostMinor, 0)
  return (
    <Dialog
      title={suppliers.length === 1 ? 'Send this order?' : `Send these ${suppliers.length} orders?`}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <ul className="flex flex-col divide-y divide-line text-sm">
        {suppliers.map((supplier) => {
          const rows = items.filter((item) => item.supplier === supplier)
          return (
            <li key={supplier} className="flex items-baseline justify-between gap-4 py-2">
              <span>
                <span className="font-medium text-ink">{supplier}</span>
                <span className="block text-ink-soft text-xs">
                  {rows.length} {rows.length === 1 ? 'item' : 'items'},{' '}
                  {rows.reduce((sum, item) => sum + quantityOf(item), 0)} units
                </span>
              </span>
              <Money amount={costOf(rows)} currency={currency} />
            </li>
          )
        })}
        <li className="flex items-baseline justify-between gap-4 py-2 font-semibold text-ink">
          In all <Money amount={costOf(items)} currency={currency} />
        </li>
      </ul>
      <p className="text-ink-soft text-sm">Once sent, an order cannot be taken back here.</p>
      <DialogActions>
        <Button onPress={onClose}>Not yet</Button>
        <Button look="primary" isPending={isPending} onPress={onSend}>
          {isPending ? 'Sending…' : 'Send'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
