import {
  ArrowDownToLine,
  ArrowRightLeft,
  ClipboardCheck,
  Hand,
  type LucideIcon,
  PackagePlus,
  ShoppingCart,
  SlidersHorizontal,
  Trash2,
  Undo2,
} from 'lucide-react'

const KINDS: Record<string, { text: string; icon: LucideIcon }> = {
  received: { text: 'Received', icon: PackagePlus },
  stowed: { text: 'Stowed', icon: ArrowDownToLine },
  moved: { text: 'Moved', icon: ArrowRightLeft },
  picked: { text: 'Picked', icon: Hand },
  sold: { text: 'Sold', icon: ShoppingCart },
  adjusted: { text: 'Adjusted', icon: SlidersHorizontal },
  counted: { text: 'Counted', icon: ClipboardCheck },
  returned: { text: 'Returned', icon: Undo2 },
  wasted: { text: 'Wasted', icon: Trash2 },
}

const TYPE = /^stowline\.inventory\.([a-z]+)\.(v\d+)$/

/** An event's type in one word with its picture; a type nobody knows is said as it is. */
export function eventWords(type: string): { text: string; version: string; icon: LucideIcon } {
  const [, kind = '', version = ''] = TYPE.exec(type) ?? []
  return { ...(KINDS[kind] ?? { text: type, icon: SlidersHorizontal }), version }
}
