'use client'
import { EmptyState } from '@/components/ui/empty-state'
import { RowLink } from '@/components/ui/row-link'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useClock } from '@/components/ui/use-clock'
import type { BeltStore } from './belt-store'
import { pathHref } from './conveyor-paths'
import { ACTIONS, BECAUSE } from './decision-words'

/** The last boxes at the scanners, newest first; told once a second, so that it can be read. */
export function JustScanned({ store, sorter }: { store: BeltStore; sorter: string | null }) {
  useClock((nowMs) => Math.floor(nowMs / 1_000))
  const shown = store.latest.filter((decision) => sorter === null || decision.sorter === sorter)
  if (shown.length === 0)
    return <EmptyState title="No box came yet">Each scan appears here with its answer.</EmptyState>
  return (
    <RowKeys>
      <Table label="Just scanned">
        <thead>
          <tr>
            <Th isWide>Box</Th>
            <Th>Scanner</Th>
            <Th>Sent</Th>
            <Th from="md">Why</Th>
            <Th align="right" from="md">
              At
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((decision) => (
            <Row key={decision.decisionId}>
              <Td>
                <RowLink href={pathHref(decision)}>
                  <span className="font-mono">{decision.barcode ?? 'No label'}</span>
                </RowLink>
              </Td>
              <Td>{decision.scanner}</Td>
              <Td>
                <span className="whitespace-nowrap">{decision.lane ?? ACTIONS[decision.action]}</span>
              </Td>
              <Td from="md">
                <span className="whitespace-nowrap text-ink-soft">{BECAUSE[decision.because]}</span>
              </Td>
              <Td align="right" from="md">
                <Time at={decision.at} as="clock" />
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </RowKeys>
  )
}
