import { Count } from '@/components/ui/count'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { QueueFailure } from '@/lib/queue-health/schema'

type Props = { failures: readonly QueueFailure[]; counted: 'Orders' | 'Runs' }

/** What attempts failed with lately, the most frequent first. */
export function FailuresTable({ failures, counted }: Props) {
  return (
    <Table label="What fails">
      <thead>
        <tr>
          <Th isWide>Error</Th>
          <Th align="right">{counted}</Th>
          <Th align="right">Last</Th>
        </tr>
      </thead>
      <tbody>
        {failures.map(({ error, orders, lastAt }) => (
          <tr key={error} className="border-line border-t">
            <Td>
              <span className="block break-words font-mono text-failed text-xs [overflow-wrap:anywhere]">
                {error}
              </span>
            </Td>
            <Td align="right">
              <Count value={orders} />
            </Td>
            <Td align="right">
              <span className="text-ink-soft">{lastAt ? <Time at={lastAt} /> : '–'}</span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
