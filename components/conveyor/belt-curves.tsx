'use client'
import { useRouter } from 'next/navigation'
import { memo } from 'react'
import { LineChart } from '@/components/ui/line-chart'
import { Panel } from '@/components/ui/panel'
import type { BeltBucket, BeltSeries } from '@/lib/conveyor/figures-schema'
import { type DecisionSearch, decisionsHref } from './conveyor-paths'

/** Nothing scanned is a zero, not a gap. */
const NO_GAP_MS = Number.POSITIVE_INFINITY
const MINUTE_SECONDS = 60

type Curve = {
  title: string
  unit: string
  curves: readonly [string, string?]
  read: (bucket: BeltBucket) => number[]
  /** What the boxes behind a point have in common. */
  search: Partial<DecisionSearch>
}

const share = (part: number, { scans }: BeltBucket) => (scans > 0 ? round((part / scans) * 100) : 0)
const round = (value: number) => Math.round(value * 100) / 100

type Props = { series: BeltSeries; planned: number; sorter: string | null }

/** How it went over time; a point that is pressed leads to its boxes. Six charts: drawn again with other figures only. */
export const BeltCurves = memo(function BeltCurves({ series, planned, sorter }: Props) {
  const router = useRouter()
  const stepMs = series.stepSeconds * 1_000
  const minutes = series.stepSeconds / MINUTE_SECONDS
  // The last step is still filling.
  const whole = series.buckets.slice(0, -1)
  const curves: Curve[] = [
    {
      ...{ title: 'Throughput', unit: 'boxes a minute', curves: ['sorted', 'planned'] },
      search: { outcome: 'diverted' },
      read: ({ arrived }) => [round(arrived / minutes), planned],
    },
    {
      ...{ title: 'Decisions', unit: 'milliseconds', curves: ['p99', 'p50'], search: {} },
      read: ({ decisionMicros: micros }) => (micros ? [micros.p99 / 1_000, micros.p50 / 1_000] : []),
    },
    {
      ...{ title: 'No-reads', unit: '% of scans', curves: ['no-reads'], search: { because: 'no-read' } },
      read: (bucket) => [share(bucket.noReads, bucket)],
    },
    {
      ...{ title: 'Around again and exceptions', unit: '% of scans', curves: ['around again', 'exceptions'] },
      search: { action: 'recirculate' },
      read: (bucket) => [share(bucket.recirculated, bucket), share(bucket.rejected, bucket)],
    },
    {
      ...{ title: 'Missed', unit: '% of scans', curves: ['missed'], search: { outcome: 'missed' } },
      read: (bucket) => [share(bucket.missed, bucket)],
    },
    {
      ...{ title: 'Mis-sorts', unit: '% of scans', curves: ['mis-sorts'], search: { misSort: true } },
      read: (bucket) => [share(bucket.misSorts, bucket)],
    },
  ]
  return (
    <div className="grid gap-4 md:gap-5 lg:grid-cols-2 2xl:grid-cols-3">
      {curves.map(({ title, unit, curves: names, read, search }) => (
        <Panel key={title} title={title}>
          <LineChart
            title={`${title} over time`}
            unit={unit}
            curves={names}
            points={whole.map((bucket) => ({ atMs: Date.parse(bucket.at), values: read(bucket) }))}
            gapMs={NO_GAP_MS}
            onPick={(atMs) => router.push(hrefOf(atMs, stepMs, { sorter, ...search }))}
          />
        </Panel>
      ))}
    </div>
  )
})

/** The boxes of a step that something happened to. */
export const hrefOf = (atMs: number, stepMs: number, search: Partial<DecisionSearch>): string =>
  decisionsHref({
    ...search,
    from: new Date(atMs).toISOString(),
    to: new Date(atMs + stepMs).toISOString(),
  })
