'use client'
import { useRouter } from 'next/navigation'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Count } from '@/components/ui/count'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { NarrowedBy } from '@/components/ui/narrowed-by'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { durationWords } from '@/components/ui/time-words'
import type { TourSummary } from '@/lib/picking/schema'
import { type TourPage, tourPageSchema, type WalkedSearch, walkedToursHref } from './tour-paths'
import { savedWords } from './tour-words'

type Props = { site: string; search: WalkedSearch; initial: Initial<TourPage> }

/** Tours that were walked, newest first: what pick rates, accuracy and metres saved are made of. */
export function WalkedTours({ site, search, initial }: Props) {
  const router = useRouter()
  const { path } = initial
  const tours = useLiveQuery({ site, topic: 'picks', path, schema: tourPageSchema, initial })
  const go = (change: Partial<WalkedSearch>) =>
    router.push(walkedToursHref({ ...search, cursor: null, ...change }))
  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Tours">walked, newest first</PageHeading>
      <div className="flex flex-wrap items-center gap-3">
        {(['since', 'until'] as const).map((bound) =>
          search[bound] ? (
            <NarrowedBy key={bound} onRemove={() => go({ [bound]: null })}>
              {bound === 'since' ? 'Since' : 'Until'} <Time at={search[bound]} as="clock" />
            </NarrowedBy>
          ) : null,
        )}
        <CsvLink path={path} />
      </div>
      <Sheet>
        <Answered query={tours} loading={<LoadingRows rows={12} />}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <EmptyState title="No tour was walked then">
                Tours appear here from the moment a picker gets one.
              </EmptyState>
            ) : (
              <div>
                <Tours tours={items} />
                <Pager
                  isFirst={search.cursor === null}
                  nextCursor={nextCursor}
                  onGo={(cursor) => go({ cursor })}
                />
              </div>
            )
          }
        </Answered>
      </Sheet>
    </div>
  )
}

const SECOND_MS = 1_000

function Tours({ tours }: { tours: TourSummary[] }) {
  return (
    <Table label="Walked tours">
      <thead>
        <tr>
          <Th isWide>Picker</Th>
          <Th>Began</Th>
          <Th from="md">Took</Th>
          <Th align="right">Stops</Th>
          <Th from="md" align="right">
            Orders
          </Th>
          <Th from="md" align="right">
            Units
          </Th>
          <Th align="right">Short</Th>
          <Th from="lg">Walk</Th>
        </tr>
      </thead>
      <tbody>
        {tours.map((tour) => (
          <Row key={tour.tourId}>
            <Td>
              <span className="block max-w-48 truncate text-ink">{tour.picker.name}</span>
            </Td>
            <Td>
              <Time at={tour.startedAt} as="clock" />
            </Td>
            <Td from="md">{tookWords(tour)}</Td>
            <Td align="right">
              <span className="whitespace-nowrap">
                <Count value={tour.stopsDone} /> of <Count value={tour.stopsTotal} />
              </span>
            </Td>
            <Td from="md" align="right">
              <Count value={tour.orders} />
            </Td>
            <Td from="md" align="right">
              <Count value={tour.units} />
            </Td>
            <Td align="right">
              <span className={tour.shorts > 0 ? 'text-late' : ''}>
                <Count value={tour.shorts} />
              </span>
            </Td>
            <Td from="lg">
              <span className="whitespace-nowrap text-ink-soft">{savedWords(tour)}</span>
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

const tookWords = ({ startedAt, endedAt }: TourSummary): string =>
  endedAt === null ? 'walked now' : durationWords((Date.parse(endedAt) - Date.parse(startedAt)) / SECOND_MS)
