import {
  Boxes,
  CreditCard,
  type LucideIcon,
  Mail,
  Package,
  PackageOpen,
  ReceiptText,
  ScanBarcode,
  Split,
} from 'lucide-react'
import { Time } from '@/components/ui/time'
import type { TimelineEntry } from '@/lib/support/schema'

const ICONS: Record<TimelineEntry['kind'], LucideIcon> = {
  order: ReceiptText,
  payment: CreditCard,
  stock: Boxes,
  pick: PackageOpen,
  scan: ScanBarcode,
  divert: Split,
  pack: Package,
  mail: Mail,
}

/** Everything that happened to an order, oldest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className="flex flex-col">
      {entries.map(({ at, kind, text }) => {
        const Icon = ICONS[kind]
        return (
          <li key={`${at} ${kind} ${text}`} className="group flex gap-3">
            <span aria-hidden="true" className="flex flex-col items-center">
              <Icon size={15} className="mt-0.5 shrink-0 text-ink-soft" />
              <i className="my-1 w-px grow bg-line group-last:hidden" />
            </span>
            <span className="min-w-0 pb-4 group-last:pb-0">
              <span className="block break-words text-ink text-sm">{text}</span>
              <span className="text-ink-soft text-xs">
                <Time at={at} as="clock" />
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
