'use client'
import { ChevronsUp } from 'lucide-react'
import { z } from 'zod'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import type { Initial } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { Count } from '@/components/ui/count'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { RowLink } from '@/components/ui/row-link'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import type { PickList } from '@/lib/picking/schema'
import { Due } from './due'
import { type PickListPage, pickListsPath } from './pick-list-paths'
import { expeditePath } from './tour-paths'
import { usePickLists } from './use-pick-lists'

type Props = { site: string; limit: number; initial: Initial<PickListPage> }

/** What waits to be picked, in the order in which it goes; each can be put first. */
export function PickingLists({ site, limit, initial }: Props) {
  const { lists, isFirst, go } = usePickLists(site, limit, initial)
  return (
    <Panel
      title="Waiting pick lists"
      aside={
        <span className="flex items-center gap-3">
          most urgent first <CsvLink path={pickListsPath(site, null, limit)} />
        </span>
      }
      flush
    >
      <Answered query={lists} loading={<LoadingRows rows={12} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing waits to be picked">
              A pick list appears here as soon as the warehouse is told of an order.
            </EmptyState>
          ) : (
            <RowKeys>
              <PickListTable site={site} lists={items} />
              <Pager isFirst={isFirst} nextCursor={nextCursor} onGo={go} />
            </RowKeys>
          )
        }
      </Answered>
    </Panel>
  )
}

function PickListTable({ site, lists }: { site: string; lists: PickList[] }) {
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
          <Th align="right">
            <span className="sr-only">Put first</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <Row key={list.pickListId} isNew={isNew(list.pickListId)}>
            <PickListCells site={site} list={list} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function PickListCells({ site, list }: { site: string; list: PickList }) {
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
        <span className="block max-w-80 truncate font-mono text-ink-soft text-xs">
          {list.pickedIn.length > 0 ? `partly in ${list.pickedIn.join(', ')}  ` : ''}
          {bins.join('  ')}
        </span>
      </Td>
      <Td from="md" align="right">
        <span className="text-ink-soft">
          <Time at={list.createdAt} />
        </span>
      </Td>
      <Td align="right">
        <Due at={list.dueAt} />
      </Td>
      <Td align="right">
        <Expedite site={site} list={list} />
      </Td>
    </>
  )
}

function Expedite({ site, list }: { site: string; list: PickList }) {
  const { change, isPending } = useChange(site, 'picks')
  if (list.priority > 0) return <StatePill state="running">first</StatePill>
  const expedite = async () => {
    await sendJson('POST', expeditePath(list.pickListId), z.null())
    return `${list.orderNumber} goes onto the next tour`
  }
  return (
    // Above the row's own link.
    <span className="relative z-10">
      <Button
        isPending={isPending}
        onPress={() => void change({ send: expedite, failed: 'The list was not put first' })}
      >
        <ChevronsUp size={14} aria-hidden="true" />
        <span className="max-md:sr-only">Expedite</span>
      </Button>
    </span>
  )
}
