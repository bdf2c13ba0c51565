'use client'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { EmptyState } from '@/components/ui/empty-state'
import { Money } from '@/components/ui/money'
import { Panel } from '@/components/ui/panel'
import {
  type ReorderList as List,
  type Reorder,
  type ReorderState,
  reorderDecidedSchema,
  sentOrdersSchema,
} from '@/lib/replenishment/reorder-schema'
import { ChosenBar, type Decision } from './chosen-bar'
import { OrderDialog } from './order-dialog'
import { ReorderTable } from './reorder-table'
import { REORDER_STATES } from './reorder-words'

/** Decides on rows and orders them; both answer whether it was done, and say so. */
function useDeciding(site: string) {
  const { change, isPending } = useChange(site, 'floor')
  const decide = (wishes: Wish[], to: Decision, said: string) =>
    change({
      send: async () => {
        const decisions = wishes.map(({ id, quantity }) => ({
          ...{ id, state: to },
          ...(to === 'approved' ? { quantity } : {}),
        }))
        const body = { site, decisions }
        const { decided } = await sendJson('POST', '/api/replenishment/decisions', reorderDecidedSchema, body)
        return `${decided.length} ${decided.length === 1 ? 'item' : 'items'} ${said}`
      },
      failed: 'It was not decided',
    })
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
  return { decide, send, isPending }
}

type Wish = { id: string; quantity: number }

/** The rows of a state, and what is done with those that are chosen. */
export function ReorderList({ site, list, state }: { site: string; list: List; state: ReorderState }) {
  const { decide, send, isPending } = useDeciding(site)
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
      <Panel title={REORDER_STATES[state].text}>
        <EmptyState title={REORDER_STATES[state].title}>{REORDER_STATES[state].none}</EmptyState>
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
        onDecide={(to, said) => void ended(decide(wishes, to, said))}
        onSend={() => setAsking(true)}
      />
      <Panel
        title={REORDER_STATES[state].text}
        aside={
          nextCursor
            ? `the ${items.length} most urgent; the file has all ${counts[state]}`
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
