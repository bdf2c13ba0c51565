'use client'
import { Count } from '@/components/ui/count'
import { RowButton } from '@/components/ui/row-button'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { StockImport } from '@/lib/inventory/schema'
import { whoWords } from './count-words'
import { ImportStanding } from './import-standing'

type Props = { imports: StockImport[]; onOpen: (id: string) => void }

/** The files that were read, each with what became of its lines. */
export function ImportsTable({ imports, onOpen }: Props) {
  return (
    <Table label="Imports">
      <thead>
        <tr>
          <Th>Begun</Th>
          <Th from="md" isWide>
            By
          </Th>
          <Th align="right">Lines</Th>
          <Th align="right" from="md">
            Taken
          </Th>
          <Th align="right" from="md">
            Known already
          </Th>
          <Th align="right">Bad</Th>
          <Th align="right">Standing</Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((report) => (
          <Row key={report.id}>
            <Td>
              <RowButton onPress={() => onOpen(report.id)}>
                <Time at={report.startedAt} />
              </RowButton>
            </Td>
            <Td from="md">
              <span className="text-ink-soft">{whoWords(report.startedBy)}</span>
            </Td>
            <Td align="right">
              <Count value={report.totalRows} />
            </Td>
            <Td align="right" from="md">
              <Count value={report.accepted} />
            </Td>
            <Td align="right" from="md">
              <Count value={report.duplicates} />
            </Td>
            <Td align="right">
              <span className={report.rejected > 0 ? 'font-medium text-failed' : ''}>
                <Count value={report.rejected} />
              </span>
            </Td>
            <Td align="right">
              <ImportStanding report={report} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
