import {
  BellRing,
  Boxes,
  CreditCard,
  type LucideIcon,
  Mail,
  Package,
  PackageOpen,
  ReceiptText,
  ScanBarcode,
  Split,
  Truck,
  UserRound,
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
  ship: Truck,
  mail: Mail,
  alert: BellRing,
  person: UserRound,
}

type Props = { entries: TimelineEntry[]; isNew: (key: string) => boolean }

export const keyOf = ({ at, kind, text }: TimelineEntry): string => `${at} ${kind} ${text}`

/** Everything that happened to an order, oldest first; what came in while somebody reads glows. */
export function Timeline({ entries, isNew }: Props) {
  return (
    <ol className="flex flex-col">
      {entries.map((entry) => {
        const { at, kind, text } = entry
        const Icon = ICONS[kind]
        const key = keyOf(entry)
        return (
          <li key={key} className={`group flex gap-3 ${isNew(key) ? 'animate-arrive' : ''}`}>
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
