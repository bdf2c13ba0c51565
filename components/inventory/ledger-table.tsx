'use client'
import Link from 'next/link'
import { CopyButton } from '@/components/ui/copy-button'
import { Count } from '@/components/ui/count'
import { RowButton } from '@/components/ui/row-button'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import type { LedgerItem } from '@/lib/inventory/schema'
import { eventWords } from './event-words'
import { Signed } from './signed'

type Props = { entries: LedgerItem[]; onOpen: (eventAddress: string) => void }

/** What events changed: when, where, by how much, and what the book said then. */
export function LedgerTable({ entries, onOpen }: Props) {
  const isNew = useNewcomers(entries.map(({ id }) => id))
  return (
    <Table label="Ledger">
      <thead>
        <tr>
          <Th>Event</Th>
          <Th from="md">Seen</Th>
          <Th>Bin</Th>
          <Th align="right">Change</Th>
          <Th align="right">Book after</Th>
          <Th from="lg" isWide>
            Told by
          </Th>
          <Th from="xl">Trace</Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} isNew={isNew(entry.id)}>
            <EntryCells entry={entry} onOpen={onOpen} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function EntryCells({ entry, onOpen }: { entry: LedgerItem; onOpen: Props['onOpen'] }) {
  const { text, icon: Icon } = eventWords(entry.type)
  return (
    <>
      <Td>
        <span className="flex items-center gap-2">
          <Icon size={15} aria-hidden="true" className="shrink-0 text-ink-soft" />
          <RowButton onPress={() => onOpen(entry.eventAddress)}>{text}</RowButton>
        </span>
        <span className="text-ink-soft text-xs md:hidden">
          <Time at={entry.at} />
        </span>
      </Td>
      <Td from="md">
        <span className="text-ink-soft">
          <Time at={entry.at} />
        </span>
      </Td>
      <Td>
        <span className="whitespace-nowrap font-mono">{entry.bin}</span>
        {entry.lot ? <span className="block font-mono text-ink-soft text-xs">lot {entry.lot}</span> : null}
      </Td>
      <Td align="right">
        <Signed value={entry.quantity} />
        {entry.counted === undefined ? null : (
          <span className="block whitespace-nowrap text-ink-soft text-xs">
            counted <Count value={entry.counted} />
          </span>
        )}
      </Td>
      <Td align="right">
        <span className={entry.balanceAfter < 0 ? 'font-medium text-failed' : ''}>
          <Count value={entry.balanceAfter} />
        </span>
      </Td>
      <Td from="lg">
        <span className="block max-w-96 truncate text-ink-soft">
          <span className="font-mono text-xs">{entry.source}</span>
          {entry.reason ? `, ${entry.reason}` : ''}
          {entry.orderNumber ? (
            <>
              {', '}
              <Link
                href={`/orders/${entry.orderNumber}`}
                className="relative z-1 font-mono text-xs underline underline-offset-4 hover:text-ink"
              >
                {entry.orderNumber}
              </Link>
            </>
          ) : null}
        </span>
      </Td>
      <Td from="xl">
        {entry.traceId ? (
          <span className="relative z-1 flex items-center whitespace-nowrap font-mono text-ink-soft text-xs">
            {entry.traceId.slice(0, 8)}…
            <CopyButton what="trace id" text={entry.traceId} />
          </span>
        ) : null}
      </Td>
    </>
  )
}
