'use client'
import { useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { OrderPage } from '@/lib/support/schema'
import { MAIL_WORDS } from '../words'
import { ActDialog } from './act-dialog'
import { useAct } from './use-act'

/** Sends one of an order's mails again, also to another address. */
export function ResendDialog({ order, onClose }: { order: OrderPage; onClose: () => void }) {
  const { act, isPending } = useAct(order)
  const kinds = [...new Set(['order-confirmation', ...order.told.flatMap(({ kind }) => kind ?? [])])]
  const options = kinds.map((id) => ({ id, text: MAIL_WORDS[id] ?? id }))
  const [kind, setKind] = useState(kinds.at(-1) ?? 'order-confirmation')
  const [to, setTo] = useState(order.customer.email)
  return (
    <ActDialog
      title="Send a mail again"
      consequence="The words are made anew from the order as it is now."
      deed="Send it"
      isPending={isPending}
      onClose={onClose}
      onDo={() =>
        act({
          path: `/mails/${kind}/resend`,
          body: to === order.customer.email ? {} : { to },
          done: `${MAIL_WORDS[kind] ?? kind}: on its way to ${to}`,
          failed: 'The mail was not sent again',
        })
      }
    >
      <SelectField label="Mail" options={options} chosen={kind} onChoose={setKind} />
      <TextField label="To" type="email" value={to} onChange={setTo} isRequired maxLength={254} />
    </ActDialog>
  )
}
