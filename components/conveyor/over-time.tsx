'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { nominalRate } from '@/lib/conveyor/rules/nominal-rate'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { BeltCurves } from './belt-curves'
import type { BeltStore } from './belt-store'
import { conveyorSearch } from './conveyor-paths'
import { LaneTable } from './lane-table'
import { ScannerTable } from './scanner-table'
import { SeriesTable } from './series-table'
import type { SwitchLane } from './use-lane-switch'
import { useSeries } from './use-series'

const OPTIONS = [
  { id: '1h', text: '1 h' },
  { id: '8h', text: '8 h' },
  { id: '24h', text: '24 h' },
] as const

type Props = {
  site: string
  sorters: readonly Sorter[]
  sorter: string | null
  store: BeltStore
  onSwitch: SwitchLane
}

/** How the belts did over the last hours, as curves, by scanner and by lane. */
export function OverTime({ site, sorters, sorter, store, onSwitch }: Props) {
  const [{ range }, setSearch] = useQueryStates(conveyorSearch)
  const series = useSeries(site, range, sorter)
  const planned = sorters.reduce((sum, one) => sum + nominalRate(one), 0)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-ink text-lg tracking-tight">Over time</h2>
        <ChoiceBar
          label="How far back"
          options={OPTIONS}
          chosen={range}
          onChoose={(next) => void setSearch({ range: next }, { history: 'replace' })}
        />
      </div>
      <Answered query={series} loading={<Skeleton className="h-72 w-full" />}>
        {(answer) =>
          answer.total.scans === 0 ? (
            <Panel title="Nothing yet">
              <EmptyState title="No box was scanned in this time">
                Curves begin with the first scan. Look further back, or let a box pass a scanner.
              </EmptyState>
            </Panel>
          ) : (
            <>
              <BeltCurves series={answer} planned={planned} sorter={sorter} />
              <p className="text-ink-soft text-xs">
                Sorted is what was confirmed in a lane. Planned is what a belt carries at its speed with a box
                every 0.3 m, less a fifth to work off a jam with. A point leads to its boxes.
              </p>
              <SeriesTable series={answer} sorter={sorter} />
              <Panel title="Scanners" flush>
                <ScannerTable series={answer} />
              </Panel>
            </>
          )
        }
      </Answered>
      <Panel title="Lanes" aside="closed with one press" flush>
        <LaneTable {...{ sorters, store, onSwitch }} series={series.data} />
      </Panel>
    </>
  )
}
