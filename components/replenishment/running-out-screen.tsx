'use client'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Count } from '@/components/ui/count'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { RowLink } from '@/components/ui/row-link'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import {
  type RunningOut,
  type RunningOutList,
  runningOutListSchema,
} from '@/lib/replenishment/running-out-schema'

/** Every order changes it a little: once in five seconds is live enough. */
const GAP_MS = 5_000

type Props = { site: string; initial: Initial<RunningOutList> }

/** What will be gone before an order sent now is there: the list behind the figure of the day. */
export function RunningOutScreen({ site, initial }: Props) {
  const query = useLiveQuery({
    ...{ site, topic: 'floor' as const, path: initial.path, gapMs: GAP_MS },
    ...{ schema: runningOutListSchema, initial },
  })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <Breadcrumb href="/replenishment" list="Replenishment">
        Out of stock soon
      </Breadcrumb>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Out of stock soon">gone before an order sent now would be there</PageHeading>
        <CsvLink path={initial.path} />
      </div>
      <Sheet>
        <Answered query={query} loading={<LoadingRows rows={8} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="Nothing runs out">
                What is available lasts until an order sent now would be there, by the forecast.
              </EmptyState>
            ) : (
              <RowKeys>
                <RunningOutTable items={items} />
              </RowKeys>
            )
          }
        </Answered>
      </Sheet>
    </div>
  )
}

function RunningOutTable({ items }: { items: RunningOut[] }) {
  return (
    <Table label="Out of stock soon">
      <thead>
        <tr>
          <Th isWide>Item</Th>
          <Th align="right">Available</Th>
          <Th align="right">Wanted meanwhile</Th>
          <Th align="right" from="md">
            Lead time, days
          </Th>
          <Th align="right" from="md">
            On its way
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ sku, name, department, available, wantedUnits, leadDays, onTheWayUnits }) => (
          <Row key={sku}>
            <Td>
              <RowLink href={`/inventory/${encodeURIComponent(sku)}`} wraps>
                {name}
              </RowLink>
              <span className="block text-ink-soft text-xs">{department}</span>
            </Td>
            <Td align="right">
              <Count value={available} />
            </Td>
            <Td align="right">
              <span className="tabular-nums">{wantedUnits.toFixed(1)}</span>
            </Td>
            <Td align="right" from="md">
              <span className="tabular-nums">{leadDays}</span>
            </Td>
            <Td align="right" from="md">
              <Count value={onTheWayUnits} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
