'use client'
import type { z } from 'zod'
import { Answered } from '@/components/live/answered'
import type { useLiveQuery } from '@/components/live/use-live-query'
import { CsvLink } from '@/components/ui/csv-link'
import { LoadingRows } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import type { LedgerItem, ledgerPageSchema } from '@/lib/inventory/schema'

/** "stowline.inventory.picked.v2" is "Picked". */
const kindOf = (type: string): string => {
  const kind = type.split('.').at(-2) ?? type
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}

type LedgerPage = z.infer<typeof ledgerPageSchema>

type Props = { path: string; ledger: ReturnType<typeof useLiveQuery<LedgerPage>> }

/** What moved in a bin, newest first. */
export function BinHistory({ path, ledger }: Props) {
  return (
    <section aria-label="History">
      <div className="mb-1 flex items-center justify-between gap-3">
        <h3 className="font-semibold text-ink text-sm">What moved here</h3>
        <CsvLink path={path} />
      </div>
      <Answered query={ledger} loading={<LoadingRows rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft text-sm">Nothing yet.</p>
          ) : (
            <ol className="flex flex-col">
              {items.map((item) => (
                <Moved key={item.id} item={item} />
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  )
}

function Moved({ item: { type, at, sku, quantity, orderNumber, reason } }: { item: LedgerItem }) {
  return (
    <li className="grid grid-cols-[7.5rem_minmax(0,1fr)_auto] items-baseline gap-3 border-line border-t py-1.5 text-sm">
      <span className="text-ink-soft text-xs">
        <Time at={at} />
      </span>
      <span className="min-w-0 truncate text-ink">
        {kindOf(type)} <span className="font-mono text-ink-soft text-xs">{sku}</span>
        {orderNumber ? <span className="text-ink-soft text-xs"> for {orderNumber}</span> : null}
        {reason ? <span className="text-ink-soft text-xs"> · {reason}</span> : null}
      </span>
      <span className="font-medium text-ink tabular-nums">{quantity > 0 ? `+${quantity}` : quantity}</span>
    </li>
  )
}
