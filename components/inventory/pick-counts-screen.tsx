'use client'
import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useQueryState } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { LoadingRows } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { type CountList, countListSchema, countSearch, countsPath, pickCountHref } from './count-paths'
import { countWords } from './count-words'

/** What a picker is asked to count. */
export function PickCountsScreen({ site, initial }: { site: string; initial: Initial<CountList> }) {
  const [cursor, setCursor] = useQueryState('cursor', countSearch.cursor)
  const counts = useLiveQuery({
    site,
    topic: 'picks',
    path: countsPath(site, { state: 'open', cursor }),
    schema: countListSchema,
    initial,
  })
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeading title="Counts">what lies there, whatever the book says</PageHeading>
      <Answered query={counts} loading={<LoadingRows rows={5} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing to count">The next count appears here by itself.</EmptyState>
          ) : (
            <>
              <ul className="flex flex-col gap-3">
                {items.map((count) => (
                  <li key={count.id}>
                    <Link
                      href={pickCountHref(count.id)}
                      className="flex min-h-20 items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 shadow-panel hover:bg-inset"
                    >
                      <span className="min-w-0 grow">
                        <span className="block font-bold font-mono text-ink text-xl tracking-tight">
                          {count.bin ?? 'Every bin'}
                        </span>
                        <span className="line-clamp-2 block text-ink text-sm">
                          {count.sku === null ? 'Everything in it' : (count.name ?? countWords(count))}
                        </span>
                        <span className="block text-ink-soft text-xs">
                          asked for <Time at={count.openedAt} />
                          {count.reason ? `: ${count.reason}` : ''}
                        </span>
                      </span>
                      <ChevronRight size={22} aria-hidden="true" className="shrink-0 text-ink-soft" />
                    </Link>
                  </li>
                ))}
              </ul>
              <Pager isFirst={cursor === null} nextCursor={nextCursor} onGo={(to) => void setCursor(to)} />
            </>
          )
        }
      </Answered>
    </div>
  )
}
