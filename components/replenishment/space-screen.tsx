'use client'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { RowLink } from '@/components/ui/row-link'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { REORDERS } from '@/lib/replenishment/events'
import { type SpaceAdvice, type SpaceList, spaceListSchema } from '@/lib/replenishment/space-schema'

type Props = { site: string; initial: Initial<SpaceList> }

/** Which items deserve more or fewer bins; where their units then go is the floor's advice. */
export function SpaceScreen({ site, initial }: Props) {
  const query = useLiveQuery({
    ...{ site, topic: 'floor' as const, id: REORDERS, path: initial.path },
    ...{ schema: spaceListSchema, initial },
  })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <Breadcrumb href="/replenishment" list="Replenishment">
        Shelf space
      </Breadcrumb>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Shelf space">bins held against what sells in the next four weeks</PageHeading>
        <LinkButton href="/floor/advice">What the floor is advised</LinkButton>
      </div>
      <Answered query={query} loading={<LoadingRows rows={8} />}>
        {({ items }) => (
          <RowKeys>
            <div className="flex flex-col gap-4 md:gap-5">
              <Part title="More bins" items={items.filter((item) => item.advisedBins > item.bins)}>
                No item is filled up so often that another bin would help.
              </Part>
              <Part title="Fewer bins" items={items.filter((item) => item.advisedBins < item.bins)}>
                No item holds bins that it will not need for weeks.
              </Part>
            </div>
          </RowKeys>
        )}
      </Answered>
    </div>
  )
}

function Part({
  title,
  items,
  children,
}: {
  title: string
  items: readonly SpaceAdvice[]
  children: string
}) {
  return (
    <Panel title={title} flush>
      {items.length === 0 ? (
        <EmptyState title="Right as it is">{children}</EmptyState>
      ) : (
        <Table label={title}>
          <thead>
            <tr>
              <Th isWide>Item and why</Th>
              <Th align="right">Bins</Th>
              <Th align="right" from="md">
                Units a day
              </Th>
              <Th align="right" from="md">
                Full for, days
              </Th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ sku, name, because, bins, advisedBins, dailyUnits, fullDays }) => (
              <Row key={sku}>
                <Td>
                  <RowLink href={`/inventory/${encodeURIComponent(sku)}`} wraps>
                    {name}
                  </RowLink>
                  <span className="block text-ink-soft text-xs">{because}</span>
                </Td>
                <Td align="right">
                  <span className="whitespace-nowrap tabular-nums">
                    {bins} → <strong>{advisedBins}</strong>
                  </span>
                </Td>
                <Td align="right" from="md">
                  {dailyUnits < 0.05 ? '< 0.1' : dailyUnits.toFixed(1)}
                </Td>
                <Td align="right" from="md">
                  {fullDays > 365 ? 'over 365' : fullDays.toFixed(1)}
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
