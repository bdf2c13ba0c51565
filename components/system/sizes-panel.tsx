import { Count } from '@/components/ui/count'
import { Panel } from '@/components/ui/panel'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { System } from '@/lib/system/schema'
import { bytesWords } from './system-words'

/** How large the database is, and what in it. */
export function SizesPanel({ database: { bytes, growthBytesPerDay, tables } }: Pick<System, 'database'>) {
  const growth =
    growthBytesPerDay === null
      ? 'growth is known after an hour'
      : `${bytesWords(growthBytesPerDay, true)} a day`
  return (
    <Panel title="Database" aside={`${bytesWords(bytes)}, ${growth}`} flush>
      <Table label="Largest tables">
        <thead>
          <tr>
            <Th isWide>Table</Th>
            <Th align="right">Rows, about</Th>
            <Th align="right">Size</Th>
            <Th from="md" align="right">
              Share
            </Th>
          </tr>
        </thead>
        <tbody>
          {tables.map((one) => (
            <Row key={one.table}>
              <Td>
                <code className="text-ink text-xs">{one.table}</code>
              </Td>
              <Td align="right">
                <Count value={one.rows} />
              </Td>
              <Td align="right">
                <span className="whitespace-nowrap tabular-nums">{bytesWords(one.bytes)}</span>
              </Td>
              <Td from="md" align="right">
                <span className="tabular-nums">{Math.round((100 * one.bytes) / Math.max(1, bytes))} %</span>
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
