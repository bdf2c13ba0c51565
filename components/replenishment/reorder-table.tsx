'use client'
import { Checkbox } from '@/components/ui/checkbox'
import { Count } from '@/components/ui/count'
import { useLocale } from '@/components/ui/locale'
import { Money } from '@/components/ui/money'
import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { Reorder } from '@/lib/replenishment/reorder-schema'
import { CoverBar } from './cover-bar'
import { QuantityField } from './quantity-field'
import { dayWords } from './reorder-words'

type Props = {
  items: readonly Reorder[]
  currency: string
  chosen: ReadonlySet<string>
  quantityOf: (item: Reorder) => number
  onChoose: (ids: string[], isChosen: boolean) => void
  onQuantity: (id: string, units: number) => void
}

/** What to order as rows, what runs out first on top. */
export function ReorderTable({ items, currency, chosen, quantityOf, onChoose, onQuantity }: Props) {
  const ids = items.map(({ id }) => id)
  const count = ids.filter((id) => chosen.has(id)).length
  return (
    <Table label="Reorders">
      <thead>
        <tr>
          <Th>
            <Checkbox
              label="All rows"
              isSelected={count > 0 && count === ids.length}
              isIndeterminate={count > 0 && count < ids.length}
              onChange={(isChosen) => onChoose(ids, isChosen)}
            />
          </Th>
          <Th isWide>Item and why</Th>
          <Th from="md">Runs out</Th>
          <Th from="lg">Cover</Th>
          <Th from="xl">Supplier</Th>
          <Th align="right">Units</Th>
          <Th align="right" from="md">
            Cost
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id}>
            <Td>
              <Checkbox
                label={`Choose ${item.name}`}
                isSelected={chosen.has(item.id)}
                onChange={(isChosen) => onChoose([item.id], isChosen)}
              />
            </Td>
            <Td>
              <RowLink href={`/inventory/${encodeURIComponent(item.sku)}`} wraps>
                {item.name}
              </RowLink>
              <span className="block text-ink-soft text-xs">{item.because}</span>
              <span className="mt-1 flex flex-wrap items-center gap-x-3 md:hidden">
                <RunsOut item={item} />
              </span>
            </Td>
            <Td from="md">
              <RunsOut item={item} />
            </Td>
            <Td from="lg">
              <CoverBar outlook={item.outlook} />
            </Td>
            <Td from="xl">
              <span className="whitespace-nowrap text-ink-soft">{item.supplier}</span>
            </Td>
            <Td align="right">
              <Units item={item} units={quantityOf(item)} onQuantity={onQuantity} />
            </Td>
            <Td align="right" from="md">
              <Money amount={quantityOf(item) * item.unitCostMinor} currency={currency} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

type UnitsProps = { item: Reorder; units: number; onQuantity: (id: string, units: number) => void }

function Units({ item, units, onQuantity }: UnitsProps) {
  const { id, name, state, packUnits, receivedUnits } = item
  if (state === 'proposed' || state === 'approved')
    return (
      <QuantityField
        label={`Units of ${name}`}
        units={units}
        packUnits={packUnits}
        onChange={(changed) => onQuantity(id, changed)}
      />
    )
  return (
    <span className="whitespace-nowrap">
      {state === 'sent' ? (
        <>
          <Count value={receivedUnits} /> of{' '}
        </>
      ) : null}
      <Count value={units} />
    </span>
  )
}

function RunsOut({ item: { state, stockOutOn, expectedOn, outlook } }: { item: Reorder }) {
  const { locale } = useLocale()
  if (state === 'sent' && expectedOn)
    return <span className="whitespace-nowrap text-ink-soft text-xs">due {dayWords(expectedOn, locale)}</span>
  const { stockOutInDays, leadDays } = outlook
  if (stockOutOn === null || stockOutInDays === null)
    return <span className="text-ink-soft text-xs">not soon</span>
  return (
    <span className="whitespace-nowrap" suppressHydrationWarning>
      {stockOutInDays < leadDays ? (
        <StatePill state={outlook.availableUnits === 0 ? 'failed' : 'late'}>
          {outlook.availableUnits === 0 ? 'out now' : dayWords(stockOutOn, locale)}
        </StatePill>
      ) : (
        dayWords(stockOutOn, locale)
      )}
    </span>
  )
}
