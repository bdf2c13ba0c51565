import { EmptyState } from '@/components/ui/empty-state'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { BeltSeries } from '@/lib/conveyor/figures-schema'
import { type DecisionSearch, decisionsHref } from './conveyor-paths'
import { millisWords, shareWords } from './decision-words'
import { TallyLink } from './tally-link'

/** Which scanner reads badly, and which is answered late. */
export function ScannerTable({ series }: { series: BeltSeries }) {
  const { from, to, scanners } = series
  if (scanners.length === 0)
    return <EmptyState title="No scanner saw a box">They are counted from the first scan on.</EmptyState>
  return (
    <Table label="Scanners">
      <thead>
        <tr>
          <Th isWide>Scanner</Th>
          <Th align="right">Scanned</Th>
          <Th align="right">No-reads</Th>
          <Th align="right" from="md">
            Around again
          </Th>
          <Th align="right">Missed</Th>
          <Th align="right">Mis-sorts</Th>
          <Th align="right" from="md">
            Too late
          </Th>
          <Th align="right" from="lg">
            p50 · p95 · p99 · longest
          </Th>
        </tr>
      </thead>
      <tbody>
        {scanners.map((row) => {
          const { scanner, sorter, decisionMicros: micros } = row
          const listed = (search: Partial<DecisionSearch>) =>
            decisionsHref({ sorter, scanner, from, to, ...search })
          return (
            <Row key={`${sorter} ${scanner}`}>
              <Td>
                <span className="font-medium text-ink">{scanner}</span>{' '}
                <span className="text-ink-soft text-xs">{sorter}</span>
              </Td>
              <Td align="right">
                <TallyLink value={row.scans} about="scanned" href={listed({})} />
              </Td>
              <Td align="right">
                <TallyLink
                  value={row.noReads}
                  about="no-reads"
                  href={listed({ because: 'no-read' })}
                  note={shareWords(row.noReads, row.scans)}
                />
              </Td>
              <Td align="right" from="md">
                <TallyLink
                  value={row.recirculated}
                  about="around again"
                  href={listed({ action: 'recirculate' })}
                  note={shareWords(row.recirculated, row.scans)}
                />
              </Td>
              <Td align="right">
                <TallyLink value={row.missed} about="missed" href={listed({ outcome: 'missed' })} />
              </Td>
              <Td align="right">
                <TallyLink value={row.misSorts} about="mis-sorts" href={listed({ misSort: true })} />
              </Td>
              <Td align="right" from="md">
                <TallyLink value={row.tooLate} about="too late" href={listed({ because: 'too-late' })} />
              </Td>
              <Td align="right" from="lg">
                <span className="whitespace-nowrap tabular-nums">
                  {micros
                    ? [micros.p50, micros.p95, micros.p99, micros.max].map(millisWords).join(' · ')
                    : '–'}
                </span>
              </Td>
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}
