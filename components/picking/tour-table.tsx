'use client'
import { UserRoundPen } from 'lucide-react'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { Count } from '@/components/ui/count'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useClock } from '@/components/ui/use-clock'
import type { TourSummary } from '@/lib/picking/schema'
import { Due } from './due'
import { type TourPage, tourPageSchema, walkingToursPath } from './tour-paths'
import { TourReassignDialog } from './tour-reassign-dialog'
import { savedWords } from './tour-words'

/** A lease is renewed without a word to the screens. */
const LEASES_RENEW_MS = 30_000

/** The tours that are walked now: who, how far, where next, until when they are theirs. */
export function TourTable({ site, initial }: { site: string; initial: Initial<TourPage> }) {
  const path = walkingToursPath(site)
  const asked = { site, topic: 'picks', path, schema: tourPageSchema, initial } as const
  const tours = useLiveQuery({ ...asked, everyMs: LEASES_RENEW_MS })
  const [chosen, setChosen] = useState<TourSummary | null>(null)
  return (
    <Panel
      title="Tours"
      aside={
        <span className="flex items-center gap-3">
          {tours.data ? `${tours.data.items.length} walked now` : null} <CsvLink path={path} />
        </span>
      }
      flush
    >
      <Answered query={tours} loading={<LoadingRows rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nobody walks a tour">
              A picker gets one with the first look at the phone, as soon as something waits.
            </EmptyState>
          ) : (
            <Tours tours={items} onReassign={setChosen} />
          )
        }
      </Answered>
      {chosen ? <TourReassignDialog tour={chosen} onClose={() => setChosen(null)} /> : null}
    </Panel>
  )
}

type ToursProps = { tours: TourSummary[]; onReassign: (tour: TourSummary) => void }

function Tours({ tours, onReassign }: ToursProps) {
  return (
    <Table label="Tours that are walked now">
      <thead>
        <tr>
          <Th isWide>Picker</Th>
          <Th>Next</Th>
          <Th align="right">Stops</Th>
          <Th from="md" align="right">
            Orders
          </Th>
          <Th from="lg">Walk</Th>
          <Th from="md">Lease</Th>
          <Th from="md">Due</Th>
          <Th align="right">
            <span className="sr-only">Give to somebody else</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {tours.map((tour) => (
          <Row key={tour.tourId}>
            <TourCells tour={tour} onReassign={() => onReassign(tour)} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function TourCells({ tour, onReassign }: { tour: TourSummary; onReassign: () => void }) {
  return (
    <>
      <Td>
        <span className="block max-w-48 truncate text-ink">{tour.picker.name}</span>
      </Td>
      <Td>
        <span className="whitespace-nowrap font-mono">{tour.nextBin ?? '–'}</span>
      </Td>
      <Td align="right">
        <span className="whitespace-nowrap">
          <Count value={tour.stopsDone} /> of <Count value={tour.stopsTotal} />
          {tour.shorts > 0 ? <span className="text-late"> ({tour.shorts} short)</span> : null}
        </span>
      </Td>
      <Td from="md" align="right">
        <Count value={tour.orders} />
      </Td>
      <Td from="lg">
        <span
          className="whitespace-nowrap text-ink-soft"
          title={tour.isOptimal ? 'No walk past the bins on offer is shorter' : undefined}
        >
          {savedWords(tour)}
        </span>
      </Td>
      <Td from="md">
        <Lease until={tour.leaseUntil} />
      </Td>
      <Td from="md">
        <Due at={tour.dueAt} />
      </Td>
      <Td align="right">
        <Button onPress={onReassign}>
          <UserRoundPen size={14} aria-hidden="true" />
          <span className="max-md:sr-only">Reassign</span>
        </Button>
      </Td>
    </>
  )
}

/** Until when nobody else gets the tour; a picker who is there renews it with every word. */
function Lease({ until }: { until: string }) {
  const isOver = useClock((nowMs) => Date.parse(until) < nowMs)
  return (
    <StatePill state={isOver ? 'late' : 'running'}>
      <span>
        {isOver ? 'silent, ended ' : 'until '}
        <Time at={until} as="clock" />
      </span>
    </StatePill>
  )
}
