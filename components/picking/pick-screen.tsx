'use client'
import { ChevronDown } from 'lucide-react'
import { Answered } from '@/components/live/answered'
import type { Initial } from '@/components/live/use-live-query'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { LoadingRows } from '@/components/ui/skeleton'
import type { PickList } from '@/lib/picking/schema'
import { Due } from './due'
import type { PickListPage } from './pick-list-paths'
import { PickStop } from './pick-stop'
import { usePickLists } from './use-pick-lists'

type Props = { site: string; limit: number; initial: Initial<PickListPage> }

/** The picker's view: what to take from which bin, the most urgent list open, readable at arm's length. */
export function PickScreen({ site, limit, initial }: Props) {
  const { lists, isFirst, go } = usePickLists(site, limit, initial)
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeading title="Picking">most urgent first</PageHeading>
      <Answered query={lists} loading={<LoadingRows rows={6} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing to pick">The next list appears here by itself.</EmptyState>
          ) : (
            <>
              {items.map((list, index) => (
                <PickCard key={list.pickListId} list={list} isFirst={index === 0} />
              ))}
              <Pager isFirst={isFirst} nextCursor={nextCursor} onGo={go} />
            </>
          )
        }
      </Answered>
    </div>
  )
}

function PickCard({ list, isFirst }: { list: PickList; isFirst: boolean }) {
  const units = list.lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <details open={isFirst} className="group rounded-lg border border-line bg-surface shadow-panel">
      <summary className="flex min-h-16 cursor-pointer list-none items-center gap-3 rounded-lg px-4 py-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 grow">
          <span className="block font-mono font-semibold text-base text-ink">{list.orderNumber}</span>
          <span className="block truncate text-ink-soft text-sm">
            {units} {units === 1 ? 'unit' : 'units'} from {list.lines.length}{' '}
            {list.lines.length === 1 ? 'bin' : 'bins'}
          </span>
        </span>
        <Due at={list.dueAt} />
        <ChevronDown size={20} aria-hidden="true" className="shrink-0 text-ink-soft group-open:rotate-180" />
      </summary>
      <ol>
        {list.lines.map((line) => (
          <PickStop key={`${line.bin} ${line.sku}`} line={line} />
        ))}
      </ol>
    </details>
  )
}
