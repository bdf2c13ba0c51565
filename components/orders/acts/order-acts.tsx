'use client'
import { Ban, Mail, MapPin, PackageMinus, Undo2 } from 'lucide-react'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { Button } from '@/components/ui/button'
import type { OrderPage } from '@/lib/support/schema'
import { AddressDialog } from './address-dialog'
import { CancelDialog } from './cancel-dialog'
import { RefundDialog } from './refund-dialog'
import { ResendDialog } from './resend-dialog'
import { ShipShortDialog } from './ship-short-dialog'

const ACTS = [
  { id: 'resend', text: 'Send a mail again', icon: Mail, Asks: ResendDialog },
  { id: 'address', text: 'Change address', icon: MapPin, Asks: AddressDialog },
  { id: 'short', text: 'Ship short', icon: PackageMinus, Asks: ShipShortDialog },
  { id: 'refund', text: 'Refund', icon: Undo2, Asks: RefundDialog },
  { id: 'cancel', text: 'Cancel order', icon: Ban, Asks: CancelDialog },
] as const
type Act = (typeof ACTS)[number]['id']
/** An address may ask for an act: the palette's does, and nothing is done before it is confirmed. */
const asking = parseAsStringLiteral(ACTS.map(({ id }) => id))

/** What can be done to the order now; each asks once more before it acts. */
export function OrderActs({ order }: { order: OrderPage }) {
  const [asked, setAsked] = useQueryState('act', asking)
  const may: Record<Act, boolean> = {
    resend: order.placedAt !== null,
    address: order.can.changeAddress,
    short: order.can.shipShort,
    refund: order.can.refundMinor > 0,
    cancel: order.can.cancel,
  }
  const close = () => void setAsked(null)
  return (
    <div className="flex flex-wrap gap-2">
      {ACTS.filter(({ id }) => may[id]).map(({ id, text, icon: Icon }) => (
        <Button key={id} onPress={() => void setAsked(id)}>
          <Icon size={14} aria-hidden="true" />
          {text}
        </Button>
      ))}
      {ACTS.map(({ id, Asks }) =>
        asked === id && may[id] ? <Asks key={id} order={order} onClose={close} /> : null,
      )}
    </div>
  )
}
