'use client'
import { useState } from 'react'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { BeltSeries, BeltTallies } from '@/lib/conveyor/figures-schema'
import { hrefOf } from './belt-curves'
import type { DecisionSearch } from './conveyor-paths'
import { millisWords } from './decision-words'
import { TallyLink } from './tally-link'

const COLUMNS: { name: keyof BeltTallies; text: string; search: Partial<DecisionSearch>; from?: 'md' }[] = [
  { name: 'scans', text: 'Scanned', search: {} },
  { name: 'arrived', text: 'Sorted', search: { outcome: 'diverted' }, from: 'md' },
  { name: 'noReads', text: 'No-reads', search: { because: 'no-read' } },
  { name: 'recirculated', text: 'Around again', search: { action: 'recirculate' }, from: 'md' },
  { name: 'rejected', text: 'Exceptions', search: { action: 'reject' }, from: 'md' },
  { name: 'missed', text: 'Missed', search: { outcome: 'missed' } },
  { name: 'misSorts', text: 'Mis-sorts', search: { misSort: true } },
]

type Props = { series: BeltSeries; sorter: string | null }

/** The curves as numbers, newest first, for the keyboard and for who cannot see curves; steps without a box are left out. */
export function SeriesTable({ series, sorter }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-lg border border-line bg-surface shadow-panel"
    >
      <summary className="min-h-11 cursor-pointer px-4 py-3 font-medium text-ink text-sm">
        The curves as a table
      </summary>
      <div className="max-h-96 overflow-auto border-line border-t">
        {isOpen ? <Steps series={series} sorter={sorter} /> : null}
      </div>
    </details>
  )
}

function Steps({ series, sorter }: Props) {
  const stepMs = series.stepSeconds * 1_000
  const filled = series.buckets.filter(({ scans }) => scans > 0).reverse()
  return (
    <Table label="The belts, step by step">
      <thead>
        <tr>
          <Th isWide>From</Th>
          {COLUMNS.map(({ name, text, from }) => (
            <Th key={name} align="right" {...(from ? { from } : {})}>
              {text}
            </Th>
          ))}
          <Th align="right" from="md">
            p99
          </Th>
        </tr>
      </thead>
      <tbody>
        {filled.map((bucket) => (
          <Row key={bucket.at}>
            <Td>
              <Time at={bucket.at} as="clock" />
            </Td>
            {COLUMNS.map(({ name, text, search, from }) => (
              <Td key={name} align="right" {...(from ? { from } : {})}>
                <TallyLink
                  value={bucket[name]}
                  about={text}
                  href={hrefOf(Date.parse(bucket.at), stepMs, { sorter, ...search })}
                />
              </Td>
            ))}
            <Td align="right" from="md">
              {bucket.decisionMicros ? millisWords(bucket.decisionMicros.p99) : '–'}
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
