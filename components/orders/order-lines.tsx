import { Count } from '@/components/ui/count'
import { Money } from '@/components/ui/money'
import { Table, Td, Th } from '@/components/ui/table'
import type { OrderPage } from '@/lib/support/schema'

type Line = OrderPage['lines'][number]

/** What was ordered, the bins it is held in, and those it was picked from. */
export function OrderLines({ order }: { order: OrderPage }) {
  return (
    <Table label="Lines">
      <thead>
        <tr>
          <Th>Item</Th>
          <Th>Bins</Th>
          <Th align="right">Quantity</Th>
          <Th from="md" align="right">
            Each
          </Th>
          <Th align="right">Amount</Th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <LineRow key={line.lineNumber} line={line} />
        ))}
      </tbody>
      <tfoot>
        <tr className="border-edge border-t font-medium">
          <Td>Total</Td>
          <Td />
          <Td align="right">
            <Count value={order.unitCount} />
          </Td>
          <Td from="md" />
          <Td align="right">
            <Money {...order.total} />
          </Td>
        </tr>
      </tfoot>
    </Table>
  )
}

function LineRow({ line }: { line: Line }) {
  const { amount, currency } = line.unitPrice
  const picks = line.picks ?? []
  return (
    <tr className="border-line border-t">
      <Td>
        <span className="block">{line.name}</span>
        <span className="font-mono text-ink-soft text-xs">{line.sku}</span>
      </Td>
      <Td>
        {line.bins.length + picks.length === 0 ? <span className="text-ink-soft">none held</span> : null}
        {line.bins.map(({ bin, quantity }) => (
          <span key={bin} className="block whitespace-nowrap font-mono">
            {bin}
            {line.bins.length > 1 ? <span className="text-ink-soft"> × {quantity}</span> : null}
          </span>
        ))}
        {picks.map(({ bin, tote, picked }) => (
          <span key={`${bin} ${tote}`} className="block whitespace-nowrap">
            <span className="font-mono">{bin}</span>
            <span className="text-ink-soft">
              {' '}
              × {picked} into {tote}
            </span>
          </span>
        ))}
      </Td>
      <Td align="right">
        <Count value={line.quantity} />
      </Td>
      <Td from="md" align="right">
        <Money amount={amount} currency={currency} />
      </Td>
      <Td align="right">
        <Money amount={amount * line.quantity} currency={currency} />
      </Td>
    </tr>
  )
}
