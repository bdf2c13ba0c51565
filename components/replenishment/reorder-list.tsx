'use client'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { EmptyState } from '@/components/ui/empty-state'
import { Money } from '@/components/ui/money'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import {
  type ReorderList as List,
  type Reorder,
  type ReorderState,
  sentOrdersSchema,
} from '@/lib/replenishment/reorder-schema'
import { ChosenBar } from './chosen-bar'
import { OrderDialog } from './order-dialog'
import { ReorderTable } from './reorder-table'
import { REORDER_STATES } from './reorder-words'
import { useDeciding, type Wish } from './use-deciding'

/** Orders rows, and answers whether it was done. */
function useSending(site: string) {
  const { change, isPending } = useChange(site, 'floor')
  const send = (items: Wish[]) =>
    change({
      send: async () => {
        const body = { site, items }
        const { orders } = await sendJson('POST', '/api/replenishment/orders', sentOrdersSchema, body)
        const suppliers = orders.map(({ supplier }) => supplier).join(', ')
        return orders.length === 0 ? 'All of it was sent before' : `Sent to ${suppliers}`
      },
      failed: 'Nothing was sent',
    })
  return { send, isPending }
}

type Props = {
  site: string
  list: List
  state: ReorderState
  isFirst: boolean
  onGo: (cursor: string | null) => void
}

/** The rows of a state, and what is done with those that are chosen. */
export function ReorderList({ site, list, state, isFirst, onGo }: Props) {
  const { decide, isPending: isDeciding } = useDeciding(site, state)
  const { send, isPending: isSending } = useSending(site)
  const isPending = isDeciding || isSending
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [edited, setEdited] = useState<ReadonlyMap<string, number>>(new Map())
  const [isAsking, setAsking] = useState(false)
  const { items, currency, counts, nextCursor } = list
  const quantityOf = (item: Reorder) => edited.get(item.id) ?? item.quantity
  const costOf = (rows: readonly Reorder[]) =>
    rows.reduce((sum, item) => sum + quantityOf(item) * item.unitCostMinor, 0)
  const picked = items.filter(({ id }) => chosen.has(id))
  const wishes = picked.map((item) => ({ id: item.id, quantity: quantityOf(item) }))
  if (items.length === 0)
    return (
      <Panel title={REORDER_STATES[state].text} flush>
        <EmptyState title={isFirst ? REORDER_STATES[state].title : 'Nothing more here'}>
          {isFirst ? REORDER_STATES[state].none : 'What was on this page is decided.'}
        </EmptyState>
        <Pager isFirst={isFirst} nextCursor={nextCursor} onGo={onGo} />
      </Panel>
    )
  const ended = async (deed: Promise<boolean>) => {
    const isDone = await deed
    setAsking(false)
    if (isDone) setChosen(new Set())
  }
  const toggle = (ids: string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) isChosen ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  return (
    <>
      <ChosenBar
        state={state}
        rows={picked}
        cost={<Money amount={costOf(picked)} currency={currency} />}
        isPending={isPending}
        onDecide={(to, said) => void ended(decide({ wishes, to, said }))}
        onSend={() => setAsking(true)}
      />
      <Panel
        title={REORDER_STATES[state].text}
        aside={
          isFirst && nextCursor
            ? `the ${items.length} most urgent of ${counts[state]}`
            : 'what runs out first on top'
        }
        flush
      >
        <ReorderTable
          items={items}
          currency={currency}
          chosen={chosen}
          quantityOf={quantityOf}
          onChoose={toggle}
          onQuantity={(id, units) => setEdited(new Map(edited).set(id, units))}
        />
        <Pager isFirst={isFirst} nextCursor={nextCursor} onGo={onGo} />
      </Panel>
      {isAsking ? (
        <OrderDialog
          items={picked}
          quantityOf={quantityOf}
          currency={currency}
          isPending={isPending}
          onSend={() => void ended(send(wishes))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
