'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { useConnectionState } from '@/components/live/live-provider'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { useClock } from '@/components/ui/use-clock'
import type { Conveyor } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { BeltBanners } from './belt-banners'
import { BeltFigures } from './belt-figures'
import { BeltLegend } from './belt-legend'
import type { BeltStore } from './belt-store'
import { conveyorSearch } from './conveyor-paths'
import { ConveyorSkeleton } from './conveyor-skeleton'
import { DeadlineBars } from './deadline-bars'
import { JustScanned } from './just-scanned'
import { LaneDialog } from './lane-dialog'
import { OverTime } from './over-time'
import { SorterPanel } from './sorter-panel'
import { useBelt } from './use-belt'
import { useLaneSwitch } from './use-lane-switch'

const MINUTE_MS = 60_000
const ALL = 'all'

/** The belts of a site, alive: boxes, lanes, how it goes now and how it went. */
export function ConveyorScreen({ site }: { site: string }) {
  const { query, belt } = useBelt(site)
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <Answered query={query} loading={<ConveyorSkeleton />}>
        {(conveyor) =>
          belt && belt.sorters.length > 0 ? (
            <Belts site={site} conveyor={conveyor} sorters={belt.sorters} store={belt.store} />
          ) : (
            <>
              <PageHeading title="Conveyor" />
              <EmptyState title="This site has no belt">
                Its sorters appear here as soon as their drawing is sent: scanners, diverts and lanes with
                their places and speeds.
              </EmptyState>
            </>
          )
        }
      </Answered>
    </div>
  )
}

type Props = { site: string; conveyor: Conveyor; sorters: readonly Sorter[]; store: BeltStore }

function Belts({ site, conveyor, sorters, store }: Props) {
  const [{ sorter: wanted, lane }, setSearch] = useQueryStates(conveyorSearch)
  const isSilent = useConnectionState() !== 'live'
  const minuteMs = useClock((nowMs) => Math.floor(nowMs / MINUTE_MS) * MINUTE_MS)
  const onSwitch = useLaneSwitch(site)
  const sorter = sorters.some(({ id }) => id === wanted) ? wanted : null
  const shown = sorters.filter(({ id }) => sorter === null || id === sorter)
  const standing = conveyor.sorters.filter(({ id }) => shown.some((one) => one.id === id))
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <PageHeading title="Conveyor" />
        <ChoiceBar
          label="Sorter"
          options={[{ id: ALL, text: 'All' }, ...sorters.map(({ id }) => ({ id, text: id }))]}
          chosen={sorter ?? ALL}
          onChoose={(id) => void setSearch({ sorter: id === ALL ? null : id }, { history: 'push' })}
        />
      </div>
      <BeltBanners sorters={standing} store={store} isSilent={isSilent} />
      <BeltFigures {...{ conveyor, store, sorter }} sorters={shown} sinceMs={minuteMs - MINUTE_MS} />
      {shown.map((one) => (
        <SorterPanel key={one.id} sorter={one} {...{ store, isSilent, onSwitch }} />
      ))}
      <LaneDialog {...{ lane, sorters, store, onSwitch }} onClose={() => void setSearch({ lane: null })} />
      <BeltLegend />
      <DeadlineBars sorters={standing} />
      <OverTime {...{ site, sorter, store, onSwitch }} sorters={shown} />
      <Panel title="Just scanned" aside="newest first" flush>
        <JustScanned store={store} sorter={sorter} />
      </Panel>
    </>
  )
}
