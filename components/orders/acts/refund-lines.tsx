'use client'
import { TextField } from '@/components/ui/text-field'
import type { OrderPage } from '@/lib/support/schema'

type Props = {
  order: OrderPage
  quantities: Record<string, number>
  onChange: (quantities: Record<string, number>) => void
}

/** How many of each item are paid back. */
export function RefundLines({ order, quantities, onChange }: Props) {
  return (
    <ul className="flex flex-col gap-3">
      {order.lines.map(({ sku, name, quantity }) => (
        <li key={sku} className="[&_input]:max-w-24">
          <TextField
            label={`${name}, up to ${quantity}`}
            type="number"
            inputMode="numeric"
            value={String(quantities[sku] ?? 0)}
            onChange={(text) => {
              const wanted = Math.trunc(Number(text))
              const within = Number.isFinite(wanted) ? Math.min(quantity, Math.max(0, wanted)) : 0
              onChange({ ...quantities, [sku]: within })
            }}
          />
        </li>
      ))}
    </ul>
  )
}
