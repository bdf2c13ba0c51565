'use client'
import { useState } from 'react'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { useLocale } from '@/components/ui/locale'
import { moneyWords } from '@/components/ui/money-words'
import { TextField } from '@/components/ui/text-field'
import type { OrderPage } from '@/lib/support/schema'
import { ActDialog } from './act-dialog'
import { readAmount } from './read-amount'
import { RefundLines } from './refund-lines'
import { useAct } from './use-act'

const PARTS = [
  { id: 'all', text: 'All that is left' },
  { id: 'amount', text: 'An amount' },
  { id: 'lines', text: 'Items' },
] as const
type Part = (typeof PARTS)[number]['id']

/** Gives money back: all of it, so much, or the price of some items; once, however often it is pressed. */
export function RefundDialog({ order, onClose }: { order: OrderPage; onClose: () => void }) {
  const { act, isPending } = useAct(order)
  const { locale } = useLocale()
  const { currency } = order.total
  const most = order.can.refundMinor
  const [part, setPart] = useState<Part>('all')
  const [text, setText] = useState('')
  const [quantities, setQuantities] = useState<Record<string, number>>({})
  // Named once, so that a second press is the same refund.
  const [operationId] = useState(() => crypto.randomUUID())
  const amount = readAmount(text, currency)
  const problem =
    part === 'amount' && text !== '' && (amount === null || amount > most)
      ? `An amount up to ${moneyWords({ amount: most, currency }, locale)}`
      : null
  const lines = Object.entries(quantities).flatMap(([sku, quantity]) =>
    quantity > 0 ? { sku, quantity } : [],
  )
  const body = {
    ...(part === 'amount' && amount !== null ? { amount: { amount, currency } } : {}),
    ...(part === 'lines' ? { lines } : {}),
  }
  return (
    <ActDialog
      title="Give money back"
      consequence={`Up to ${moneyWords({ amount: most, currency }, locale)} can go back to the card. Money that was sent cannot be taken back.`}
      deed="Refund"
      reasonLabel="Why"
      isPending={isPending}
      onClose={onClose}
      onDo={async (reason) => {
        if (part === 'amount' && (amount === null || amount > most)) return false
        if (part === 'lines' && lines.length === 0) return false
        return act({
          path: '/refund',
          body: { ...body, reason, operationId },
          done: 'The refund is on its way',
          failed: 'Nothing was refunded',
        })
      }}
    >
      <ChoiceBar label="How much" options={PARTS} chosen={part} onChoose={setPart} />
      {part === 'amount' ? (
        <TextField
          label={`Amount in ${currency}`}
          inputMode="decimal"
          value={text}
          onChange={setText}
          isRequired
          isInvalid={problem !== null}
          problem={problem}
        />
      ) : null}
      {part === 'lines' ? (
        <RefundLines order={order} quantities={quantities} onChange={setQuantities} />
      ) : null}
    </ActDialog>
  )
}
