'use client'
import { Count } from '@/components/ui/count'
import { Money } from '@/components/ui/money'
import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import type { OrderSummary } from '@/lib/orders/schema'
import { StepMarks } from './step-marks'
import { STATUS_WORDS } from './words'

type Props = { label: string; orders: OrderSummary[] }

/** Orders as dense rows; what changes by itself keeps its width, so that columns stand still; on a phone the customer goes under the number, status and time under the steps. */
export function OrdersTable({ label, orders }: Props) {
  const isNew = useNewcomers(orders.map((order) => order.orderNumber))
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>Order</Th>
          <Th from="md" isWide>
            Customer
          </Th>
          <Th from="lg" align="right">
            Lines
          </Th>
          <Th from="md" align="right">
            Total
          </Th>
          <Th from="md" align="right">
            Placed
          </Th>
          <Th>Steps</Th>
          <Th from="md" align="right">
            Status
          </Th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Row key={order.orderNumber} isNew={isNew(order.orderNumber)}>
            <OrderCells order={order} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function OrderCells({ order }: { order: OrderSummary }) {
  const status = STATUS_WORDS[order.status]
  const at = order.placedAt ?? order.createdAt
  return (
    <>
      <Td>
        <RowLink href={`/orders/${order.orderNumber}`}>
          <span className="font-mono">{order.orderNumber}</span>
        </RowLink>
        <span className="block max-w-40 truncate text-ink-soft text-xs md:hidden">{order.customerName}</span>
      </Td>
      <Td from="md">
        <span className="block max-w-64 truncate">{order.customerName}</span>
      </Td>
      <Td from="lg" align="right">
        <Count value={order.lineCount} />
      </Td>
      <Td from="md" align="right">
        <Money {...order.total} />
      </Td>
      <Td from="md" align="right">
        <span className="inline-block min-w-16 text-ink-soft">
          <Time at={at} />
        </span>
      </Td>
      <Td>
        <div className="flex flex-col gap-1">
          <StepMarks order={order} />
          <span className="text-ink-soft text-xs md:hidden">
            {status.text} <Time at={at} />
          </span>
        </div>
      </Td>
      <Td from="md" align="right">
        <span className="inline-block min-w-24">
          <StatePill state={status.state}>{status.text}</StatePill>
        </span>
      </Td>
    </>
  )
}
