'use client'
import { Count } from '@/components/ui/count'
import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import type { StockCount } from '@/lib/inventory/schema'
import { countHref } from './count-paths'
import { COUNT_STATES, countWords, whoWords } from './count-words'

/** Counts as dense rows. */
export function CountsTable({ counts }: { counts: StockCount[] }) {
  const isNew = useNewcomers(counts.map(({ id }) => id))
  return (
    <Table label="Counts">
      <thead>
        <tr>
          <Th isWide>What</Th>
          <Th from="lg">Why</Th>
          <Th from="md">Opened</Th>
          <Th from="lg">By</Th>
          <Th align="right">Lines</Th>
          <Th align="right">Difference</Th>
          <Th from="md" align="right">
            State
          </Th>
        </tr>
      </thead>
      <tbody>
        {counts.map((count) => (
          <Row key={count.id} isNew={isNew(count.id)}>
            <CountCells count={count} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function CountCells({ count }: { count: StockCount }) {
  const { text, state } = COUNT_STATES[count.state]
  return (
    <>
      <Td>
        <RowLink href={countHref(count.id)} wraps>
          {countWords(count)}
        </RowLink>
        <span className="block text-ink-soft text-xs md:hidden">
          {text} <Time at={count.openedAt} />
        </span>
      </Td>
      <Td from="lg">
        <span className="block max-w-72 truncate text-ink-soft">{count.reason}</span>
      </Td>
      <Td from="md">
        <span className="text-ink-soft">
          <Time at={count.openedAt} />
        </span>
      </Td>
      <Td from="lg">
        <span className="block max-w-48 truncate text-ink-soft">{whoWords(count.openedBy)}</span>
      </Td>
      <Td align="right">
        <Count value={count.lines} />
      </Td>
      <Td align="right">
        {count.differenceUnits === null ? (
          <span className="whitespace-nowrap text-ink-soft">blind</span>
        ) : (
          <span className={count.differenceUnits > 0 ? 'font-medium text-late' : ''}>
            <Count value={count.differenceUnits} />
          </span>
        )}
      </Td>
      <Td from="md" align="right">
        <StatePill state={state}>{text}</StatePill>
      </Td>
    </>
  )
}
