'use client'
import { Count } from '@/components/ui/count'
import { Panel } from '@/components/ui/panel'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { LayoutPreview } from '@/lib/floor/schema'
import { LayoutDrawing } from './layout-drawing'
import { LayoutLegend } from './layout-legend'

const KINDS = [
  { kind: 'zones', text: 'Zones' },
  { kind: 'aisles', text: 'Aisles' },
  { kind: 'bins', text: 'Bins' },
  { kind: 'stations', text: 'Stations' },
  { kind: 'blocks', text: 'Blocked stretches' },
] as const

/** What a file would add, change and remove, in figures and drawn before and after. */
export function LayoutChanges({ preview }: { preview: LayoutPreview }) {
  const { changes, before, after } = preview
  return (
    <Panel
      title="What it would change"
      aside={changes?.hall ? 'with the hall’s size or cross aisles' : null}
      flush
    >
      {changes ? (
        <Table label="Changes">
          <thead>
            <tr>
              <Th isWide>What</Th>
              <Th align="right">Added</Th>
              <Th align="right">Changed</Th>
              <Th align="right">Removed</Th>
              <Th align="right" from="md">
                As they are
              </Th>
            </tr>
          </thead>
          <tbody>
            {KINDS.map(({ kind, text }) => (
              <Row key={kind}>
                <Td>{text}</Td>
                <Td align="right">
                  <Count value={changes[kind].added} />
                </Td>
                <Td align="right">
                  <Count value={changes[kind].changed} />
                </Td>
                <Td align="right">
                  <Count value={changes[kind].removed} />
                </Td>
                <Td align="right" from="md">
                  <Count value={changes[kind].same} />
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      ) : null}
      <div className="flex flex-col gap-4 border-line border-t p-4">
        <div className="grid gap-4 lg:grid-cols-2">
          {before ? <LayoutDrawing title="Now" outline={before} other={after} look="fill-failed" /> : null}
          {after ? <LayoutDrawing title="Then" outline={after} other={before} look="fill-done" /> : null}
        </div>
        <LayoutLegend isChange />
      </div>
    </Panel>
  )
}
