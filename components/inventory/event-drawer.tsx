'use client'
import type { ReactNode } from 'react'
import { Answered } from '@/components/live/answered'
import { useLiveQuery } from '@/components/live/use-live-query'
import { CopyButton } from '@/components/ui/copy-button'
import { Drawer } from '@/components/ui/drawer'
import { JsonText } from '@/components/ui/json-text'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type FollowedEvent, followedEventSchema } from '@/lib/downstream/schema'
import type { StockEvent } from '@/lib/inventory/schema'
import { EventDeliveries } from './event-deliveries'
import { eventWords } from './event-words'
import { eventPath } from './item-paths'
import { Signed } from './signed'

/** A delivery that is owed is done by the clock alone: no change of the site tells of it. */
const DELIVERY_MS = 5_000

type Props = { site: string; address: string; onClose: () => void }

/** One event: as it was sent, as it is read today, what it changed, whom it went to. It never changes itself. */
export function EventDrawer({ site, address, onClose }: Props) {
  const event = useLiveQuery({
    site,
    topic: 'floor',
    id: address,
    path: eventPath(address),
    schema: followedEventSchema,
    everyMs: (told) => (told?.deliveries.some(({ state }) => state === 'owed') ? DELIVERY_MS : null),
  })
  const title = event.data ? eventWords(event.data.type).text : 'Event'
  return (
    <Drawer title={title} isOpen onClose={onClose}>
      <Answered query={event} loading={<LoadingRows rows={6} />}>
        {(told) => <Told event={told} />}
      </Answered>
    </Drawer>
  )
}

function Told({ event }: { event: FollowedEvent }) {
  return (
    <>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
        <Fact name="Type">
          <span className="font-mono">{event.type}</span>
        </Fact>
        <Fact name="Source">
          <span className="font-mono">{event.source}</span>
        </Fact>
        <Fact name="Id">
          <Copied what="event id" text={event.id} />
        </Fact>
        <Fact name="Seen">
          <Time at={event.observedAt} as="clock" />
        </Fact>
        <Fact name="Recorded">
          <Time at={event.recordedAt} as="clock" />
        </Fact>
        <Fact name="Trace">
          {event.traceId ? <Copied what="trace id" text={event.traceId} /> : 'none was sent along'}
        </Fact>
      </dl>
      <Part title="What it changed">
        <Changed event={event} />
      </Part>
      <Part title="Whom it went to">
        <EventDeliveries deliveries={event.deliveries} />
      </Part>
      <Part title="As sent">
        <JsonText label="The data as it was sent" value={event.data} />
      </Part>
      {event.upcast ? (
        <Part title={`Read as ${event.upcast.type}`}>
          <JsonText label="The data in its newest version" value={event.upcast.data} />
        </Part>
      ) : null}
    </>
  )
}

function Changed({ event }: { event: StockEvent }) {
  if (event.entries.length === 0)
    return <p className="text-ink-soft text-sm">Nothing: the book said the same already.</p>
  return (
    <Table label="What it changed">
      <thead>
        <tr>
          <Th isWide>Bin</Th>
          <Th>Lot</Th>
          <Th align="right">Change</Th>
        </tr>
      </thead>
      <tbody>
        {event.entries.map((entry) => (
          <Row key={`${entry.bin} ${entry.lot ?? ''} ${entry.at} ${entry.quantity}`}>
            <Td>
              <span className="font-mono">{entry.bin}</span>
            </Td>
            <Td>
              <span className="font-mono text-ink-soft text-xs">{entry.lot ?? ''}</span>
            </Td>
            <Td align="right">
              <Signed value={entry.quantity} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

const Copied = ({ what, text }: { what: string; text: string }) => (
  <span className="flex items-center gap-1">
    <span className="min-w-0 font-mono [overflow-wrap:anywhere]">{text}</span>
    <CopyButton what={what} text={text} />
  </span>
)

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold text-ink text-sm">{title}</h3>
      {children}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-0.5 text-ink-soft">{name}</dt>
      <dd className="min-w-0 py-0.5 text-ink [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}
