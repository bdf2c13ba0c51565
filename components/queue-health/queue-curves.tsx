import { EmptyState } from '@/components/ui/empty-state'
import { LineChart } from '@/components/ui/line-chart'
import { Panel } from '@/components/ui/panel'
import type { QueueSample } from '@/lib/queue-health/schema'

/** Samples are 15 s apart; after three that are missing, the watcher was away. */
const GAP_MS = 45_000

type Props = { samples: readonly QueueSample[]; things: 'orders' | 'runs' }

/** A queue's last hour: how deep, how long, how fast. */
export function QueueCurves({ samples, things }: Props) {
  const curve = (read: (sample: QueueSample) => number[]) =>
    samples.map((sample) => ({ atMs: Date.parse(sample.at), values: read(sample) }))
  if (samples.length < 2)
    return (
      <Panel title="The last hour">
        <EmptyState title="No curve yet">The watcher takes a sample every 15 seconds.</EmptyState>
      </Panel>
    )
  return (
    <div className="grid gap-4 md:gap-5 lg:grid-cols-3">
      <Panel title="Depth, last hour">
        <LineChart
          title="What waited, and what of it was late, in the last hour"
          unit={things}
          curves={['waiting', 'late']}
          points={curve(({ waiting, overdue }) => [waiting, overdue])}
          gapMs={GAP_MS}
        />
      </Panel>
      <Panel title="Oldest wait, last hour">
        <LineChart
          title="How long the oldest had waited, in the last hour"
          unit="seconds"
          curves={['oldest wait']}
          points={curve(({ oldestWaitSeconds }) => [oldestWaitSeconds])}
          gapMs={GAP_MS}
        />
      </Panel>
      <Panel title="Rate, last hour">
        <LineChart
          title="How many got done a minute, in the last hour"
          unit={`${things} per minute`}
          curves={['done']}
          points={curve(({ perMinute }) => [perMinute])}
          gapMs={GAP_MS}
        />
      </Panel>
    </div>
  )
}
