'use client'
import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import type { DeferredKind, OrderSummary } from '@/lib/orders/schema'
import { RetryButton } from './retry-button'
import { useStandings } from './use-standings'
import { STANDING_WORDS } from './words'

type Props = { orders: readonly OrderSummary[]; step: DeferredKind }

/** Orders by how one of their steps stands. */
export function OwedTable({ orders, step }: Props) {
  const isNew = useNewcomers(orders.map(({ orderNumber }) => orderNumber))
  return (
    <Table label="The orders that wait">
      <thead>
        <tr>
          <Th>Order</Th>
          <Th from="lg">Customer</Th>
          <Th from="md" isWide>
            Last error
          </Th>
          <Th from="md" align="right">
            Attempts
          </Th>
          <Th from="md" align="right">
            Due
          </Th>
          <Th align="right">State</Th>
          <Th align="right">
            <span className="sr-only">Action</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Row key={order.orderNumber} isNew={isNew(order.orderNumber)}>
            <OwedCells order={order} step={step} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function OwedCells({ order, step: kind }: { order: OrderSummary; step: DeferredKind }) {
  const place = order.steps.findIndex((step) => step.kind === kind)
  const standing = useStandings(order)[place] ?? 'waiting'
  const step = order.steps[place]
  const error = step?.lastError ?? null
  return (
    <>
      <Td>
        <RowLink href={`/orders/${order.orderNumber}`}>
          <span className="font-mono">{order.orderNumber}</span>
        </RowLink>
        {step?.dueAt ? (
          <span className="block text-ink-soft text-xs md:hidden">
            due <Time at={step.dueAt} />
          </span>
        ) : null}
      </Td>
      <Td from="lg">
        <span className="block max-w-40 truncate">{order.customerName}</span>
      </Td>
      <Td from="md">
        <span className="line-clamp-2 font-mono text-failed text-xs [overflow-wrap:anywhere]">{error}</span>
      </Td>
      <Td from="md" align="right">
        {step?.attempts ?? 0}
      </Td>
      <Td from="md" align="right">
        <span className="text-ink-soft">{step?.dueAt ? <Time at={step.dueAt} /> : '–'}</span>
      </Td>
      <Td align="right">
        <span className="inline-block min-w-20">
          <StatePill state={standing}>{STANDING_WORDS[standing]}</StatePill>
        </span>
      </Td>
      <Td align="right">
        {standing === 'done' ? null : (
          <span className="relative z-1 inline-block">
            <RetryButton site={order.site} orderNumber={order.orderNumber} kind={kind} isShort />
          </span>
        )}
      </Td>
    </>
  )
}
