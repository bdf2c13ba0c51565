'use client'
import { Answered } from '@/components/live/answered'
import type { Initial } from '@/components/live/use-live-query'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { RowLink } from '@/components/ui/row-link'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import type { PickList } from '@/lib/picking/schema'
import { Due } from './due'
import type { PickListPage } from './pick-list-paths'
import { usePickLists } from './use-pick-lists'

type Props = { site: string; limit: number; initial: Initial<PickListPage> }

/** What waits to be picked at the site, most urgent first. */
export function PickingScreen({ site, limit, initial }: Props) {
  const { lists, isFirst, go } = usePickLists(site, limit, initial)
  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Picking">waiting pick lists, most urgent first</PageHeading>
      <Sheet>
        <Answered query={lists} loading={<LoadingRows rows={12} />}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <EmptyState title="Nothing waits to be picked">
                A pick list appears here as soon as the warehouse is told of an order.
              </EmptyState>
            ) : (
              <RowKeys>
                <PickListTable lists={items} />
                <Pager isFirst={isFirst} nextCursor={nextCursor} onGo={go} />
              </RowKeys>
            )
          }
        </Answered>
      </Sheet>
    </div>
  )
}

function PickListTable({ lists }: { lists: PickList[] }) {
  const isNew = useNewcomers(lists.map((list) => list.pickListId))
  return (
    <Table label="Waiting pick lists">
      <thead>
        <tr>
          <Th>Order</Th>
          <Th from="md" isWide>
            Customer
          </Th>
          <Th align="right">Lines</Th>
          <Th from="md" align="right">
            Units
          </Th>
          <Th from="lg">Bins</Th>
          <Th from="md" align="right">
            Waiting since
          </Th>
          <Th align="right">Due</Th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <Row key={list.pickListId} isNew={isNew(list.pickListId)}>
            <PickListCells list={list} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function PickListCells({ list }: { list: PickList }) {
  const bins = list.lines.map((line) => line.bin)
  return (
    <>
      <Td>
        <RowLink href={`/orders/${list.orderNumber}`}>
          <span className="font-mono">{list.orderNumber}</span>
        </RowLink>
      </Td>
      <Td from="md">
        <span className="block max-w-48 truncate">{list.customerName}</span>
      </Td>
      <Td align="right">
        <Count value={list.lines.length} />
      </Td>
      <Td from="md" align="right">
        <Count value={list.lines.reduce((sum, line) => sum + line.quantity, 0)} />
      </Td>
      <Td from="lg">
        <span className="block max-w-80 truncate font-mono text-ink-soft text-xs">{bins.join('  ')}</span>
      </Td>
      <Td from="md" align="right">
        <span className="text-ink-soft">
          <Time at={list.createdAt} />
        </span>
      </Td>
      <Td align="right">
        <Due at={list.dueAt} />
      </Td>
    </>
  )
}
