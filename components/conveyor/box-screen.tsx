'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { CopyButton } from '@/components/ui/copy-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { type BoxPath, boxPathSchema } from '@/lib/conveyor/figures-schema'
import { BoxScans } from './box-scans'
import { BOX_STATES } from './decision-words'

/** A box on the belt meets its next scanner within seconds, and nobody announces it. */
const CLOCK_MS = 3_000

/** One box: where it must go, and its whole path over the belts. */
export function BoxScreen({ initial, mayWatch }: { initial: Initial<BoxPath>; mayWatch: boolean }) {
  const { path, answer } = initial
  const { site, barcode: id } = answer
  const box = useLiveQuery({
    ...{ site, topic: 'conveyor', id, path, schema: boxPathSchema, initial, everyMs: CLOCK_MS },
  })
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumb href={mayWatch ? '/conveyor' : '/orders'} list={mayWatch ? 'Conveyor' : 'Orders'}>
        <span className="font-mono">{id}</span>
      </Breadcrumb>
      <Answered query={box} loading={<LoadingRows rows={6} />}>
        {(answered) => (
          <>
            <Title path={answered} />
            <Facts path={answered} />
            <Panel title="Its path" aside="oldest first" flush={answered.decisions.length > 0}>
              {answered.decisions.length > 0 ? (
                <BoxScans path={answered} />
              ) : (
                <EmptyState title="No scanner has seen it yet">
                  Each scan appears here with its answer and what became of it.
                </EmptyState>
              )}
            </Panel>
          </>
        )}
      </Answered>
    </div>
  )
}

function Title({ path: { barcode, box } }: { path: BoxPath }) {
  const standing = box ? BOX_STATES[box.state] : null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h1 className="font-mono font-semibold text-ink text-xl tracking-tight [overflow-wrap:anywhere]">
        {barcode}
      </h1>
      <CopyButton what="label" text={barcode} />
      {standing ? (
        <StatePill state={standing.state}>
          {standing.text}
          {box?.lane ? ` in ${box.lane}` : ''}
        </StatePill>
      ) : (
        <StatePill state="late">Nobody announced it</StatePill>
      )}
    </div>
  )
}

function Facts({ path: { box, orderNumber } }: { path: BoxPath }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-panel *:bg-surface *:px-4 *:py-3 md:grid-cols-4">
      <Fact name="Order">
        {orderNumber ? (
          <Link
            href={`/orders/${encodeURIComponent(orderNumber)}`}
            className="font-mono underline underline-offset-4"
          >
            {orderNumber}
          </Link>
        ) : (
          '–'
        )}
      </Fact>
      <Fact name="Kind">{box ? { tote: 'Tote', parcel: 'Parcel' }[box.kind] : '–'}</Fact>
      <Fact name="Must go to">{box?.destination ?? '–'}</Fact>
      <Fact name={box?.promisedAt ? 'Its trailer leaves' : 'Announced'}>
        {box ? <Time at={box.promisedAt ?? box.createdAt} /> : '–'}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-soft text-xs">{name}</dt>
      <dd className="font-medium text-base text-ink">{children}</dd>
    </div>
  )
}
