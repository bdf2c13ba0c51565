import { Row, Table, Td, Th } from '@/components/ui/table'
import type { Day } from '@/lib/figures/day-schema'
import type { DayWords } from '@/lib/figures/rules/day-words'
import { highestBy, sumBy } from '@/lib/figures/rules/sum-by'

const HOUR = 60

/** The day in numbers, an hour a row: for those who do not see the drawing, and for those who want to know exactly. */
export function HoursTable({ day, words }: { day: Day; words: DayWords }) {
  const counts = day.perMinute
  const lost = counts.refused.map((n, at) => n + (counts.declined[at] ?? 0) + (counts.cancelled[at] ?? 0))
  const columns = [
    { name: 'Orders', values: sumBy(counts.placed, HOUR) },
    { name: `Orders on ${day.ghost.day}`, values: sumBy(day.ghost.placed, HOUR) },
    { name: 'Refused, declined, cancelled', values: sumBy(lost, HOUR) },
    ...day.backlog.map(({ queue, late }) => ({
      name: `${words.queues[queue]} late, most`,
      values: highestBy(late, HOUR),
    })),
    { name: 'Lines picked', values: sumBy(counts.lines, HOUR) },
    { name: 'Short', values: sumBy(counts.shorts, HOUR) },
    { name: 'Tours, most', values: highestBy(day.touring, HOUR) },
    { name: 'Belt scans', values: sumBy(counts.scans, HOUR) },
    { name: 'No reads', values: sumBy(counts.noReads, HOUR) },
    { name: 'Turned away by lanes', values: sumBy(counts.turnedAway, HOUR) },
    { name: 'Out of stock, most', values: highestBy(day.outOfStock, HOUR) },
  ]
  return (
    <details className="rounded-lg border border-line bg-surface shadow-panel">
      <summary className="cursor-pointer px-4 py-3 font-semibold text-ink text-sm">
        The day in numbers, hour by hour
      </summary>
      <div className="overflow-x-auto border-line border-t">
        <Table label="The day hour by hour">
          <thead>
            <tr>
              <Th>Hour</Th>
              {columns.map(({ name }) => (
                <Th key={name} align="right">
                  {name}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.ceil(day.minutes / HOUR) }, (_, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name and never move
              <Row key={hour}>
                <Td>{String(hour).padStart(2, '0')}–</Td>
                {columns.map(({ name, values }) => (
                  <Td key={name} align="right">
                    {values[hour] ?? 0}
                  </Td>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  )
}
