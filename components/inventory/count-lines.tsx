'use client'
import { Count } from '@/components/ui/count'
import { Money } from '@/components/ui/money'
import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { StockCountPage } from '@/lib/inventory/schema'
import { LINE_STATES } from './count-words'
import { itemHref } from './item-paths'
import { Signed } from './signed'

type Line = StockCountPage['items'][number]

/** What was found beside what the book had at the same instant. */
export function CountLines({ currency, items }: { currency: string; items: readonly Line[] }) {
  return (
    <Table label="Lines">
      <thead>
        <tr>
          <Th>Bin</Th>
          <Th isWide>Item</Th>
          <Th from="md" align="right">
            Book
          </Th>
          <Th align="right">Counted</Th>
          <Th align="right">Difference</Th>
          <Th from="md" align="right">
            Value
          </Th>
          <Th from="lg" align="right">
            When
          </Th>
          <Th from="md" align="right">
            Line
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <Row key={`${line.bin} ${line.sku} ${line.lot ?? ''}`}>
            <LineCells currency={currency} line={line} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function LineCells({ currency, line }: { currency: string; line: Line }) {
  const { text, state } = LINE_STATES[line.state]
  return (
    <>
      <Td>
        <span className="whitespace-nowrap font-mono">{line.bin}</span>
      </Td>
      <Td>
        <RowLink href={itemHref(line.sku)} wraps>
          {line.name}
        </RowLink>
        {line.lot ? <span className="block font-mono text-ink-soft text-xs">lot {line.lot}</span> : null}
      </Td>
      <Td from="md" align="right">
        {line.expected === null ? (
          <span className="text-ink-soft">blind</span>
        ) : (
          <Count value={line.expected} />
        )}
      </Td>
      <Td align="right">
        <Count value={line.counted} />
      </Td>
      <Td align="right">
        {line.difference === null ? (
          <span className="text-ink-soft">blind</span>
        ) : (
          <Signed value={line.difference} />
        )}
      </Td>
      <Td from="md" align="right">
        {line.differenceMinor ? <Money amount={line.differenceMinor} currency={currency} /> : null}
      </Td>
      <Td from="lg" align="right">
        <span className="text-ink-soft">
          <Time at={line.at} />
        </span>
      </Td>
      <Td from="md" align="right">
        <StatePill state={state}>{text}</StatePill>
      </Td>
    </>
  )
}
