'use client'
import { useQueryStates } from 'nuqs'
import { useCallback } from 'react'
import { toast } from 'sonner'
import { useConnectionState } from '@/components/live/live-provider'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { LinkButton } from '@/components/ui/link-button'
import { BinDrawer } from './bin-drawer'
import { BinList } from './bin-list'
import { FloorMap } from './floor-map'
import { type FloorSearch, floorSearch } from './floor-paths'
import { FloorSkeleton } from './floor-skeleton'
import { FloorToolbar } from './floor-toolbar'
import { HitsPanel } from './hits-panel'
import type { Route } from './live-route'
import { ReplayBar } from './replay-bar'
import { RoutesPanel } from './routes-panel'
import { type Floor, useFloor } from './use-floor'
import { useLook } from './use-look'
import { useReplay } from './use-replay'
import { useRoutes } from './use-routes'
import { type SkuHits, useSkuHits } from './use-sku-hits'

/** The live bin map: every bin of a site, to scale, or the same as a list. */
export function FloorScreen({ site }: { site: string }) {
  const { floor, map, levels, readAgain, hold } = useFloor(site)
  if (!floor) {
    if (!map.isError) return <FloorSkeleton />
    return (
      <ErrorState
        title="The floor could not be loaded"
        detail={map.error?.message ?? ''}
        onRetry={readAgain}
        isPending={map.isFetching}
      />
    )
  }
  if (floor.model.count === 0)
    return (
      <EmptyState
        title="This site has no bins yet"
        action={<LinkButton href="/floor/layout">Lay out the hall</LinkButton>}
      >
        A hall is drawn here as soon as its zones, aisles and bins are known: from a file, or made by the
        generator.
      </EmptyState>
    )
  return <Hall site={site} floor={floor} hold={hold} readAgain={readAgain} trouble={troubleOf(levels, map)} />
}

const troubleOf = (...asked: { isError: boolean; error: Error | null }[]): string | null =>
  asked.find(({ isError }) => isError)?.error?.message ?? null

type HallProps = {
  site: string
  floor: Floor
  hold: (holds: boolean) => void
  readAgain: () => void
  /** Why what is shown may be old. */
  trouble: string | null
}

function Hall({ site, floor, hold, readAgain, trouble }: HallProps) {
  const [search, setSearch] = useQueryStates(floorSearch)
  const connection = useConnectionState()
  const found = useSkuHits(site, search.sku, floor.model)
  const { tours, routes } = useRoutes(site, floor.model, search.route)
  const replaying = useReplay(site, floor, hold)
  const narrow = useCallback(
    (to: Partial<FloorSearch>) => void setSearch(to, { history: 'push' }),
    [setSearch],
  )
  const onMove = useCallback((at: number[]) => void setSearch({ at }), [setSearch])
  const goToBin = (bin: string) => narrow({ bin, query: '' })
  const isMap = search.view === 'map'
  const shown = {
    ...search,
    colour: replaying.replay.isOn && search.colour !== 'zone' ? 'fill' : search.colour,
  } as const
  return (
    <div className="flex h-[calc(100dvh-6.5rem)] min-h-[26rem] flex-col gap-3 max-md:-m-4 max-md:h-[calc(100dvh-7.5rem-env(safe-area-inset-bottom))] max-md:min-h-0 max-md:gap-0">
      <FloorToolbar
        site={site}
        floor={floor}
        search={shown}
        isStale={trouble !== null || connection !== 'live'}
        trouble={trouble}
        isReplaying={replaying.replay.isOn}
        onNarrow={narrow}
        onType={(query) => void setSearch({ query: query || null })}
        onItem={(sku) => narrow({ sku, query: '' })}
        onBin={(bin) => (floor.model.indexOf.has(bin) ? goToBin(bin) : toast.error(`No bin ${bin}`))}
        onReplay={() =>
          replaying.replay.isOn ? replaying.stop() : void replaying.start(replaying.replay.hours)
        }
        onReadAgain={readAgain}
      />
      <div className="flex min-h-0 grow flex-col overflow-hidden border-line bg-ground md:rounded-lg md:border md:bg-surface md:shadow-panel">
        <div className="relative min-h-0 grow overflow-hidden">
          <Shown
            floor={floor}
            search={shown}
            found={found}
            routes={routes}
            onNarrow={narrow}
            onMove={onMove}
          />
          {search.sku === null ? null : (
            <HitsPanel sku={search.sku} found={found} onBin={goToBin} onClose={() => narrow({ sku: null })} />
          )}
          {search.route !== null && search.sku === null && isMap ? (
            <RoutesPanel
              tours={tours}
              chosen={search.route}
              onChoose={(route) => narrow({ route })}
              onClose={() => narrow({ route: null })}
            />
          ) : null}
        </div>
        {replaying.replay.isOn && isMap ? <ReplayBar {...replaying} /> : null}
      </div>
      {search.bin === null ? null : (
        <BinDrawer
          site={site}
          floor={floor}
          code={search.bin}
          onGo={(bin) => narrow({ bin })}
          onShowItem={(sku) => narrow({ sku, bin: null })}
          onClose={() => narrow({ bin: null })}
        />
      )}
    </div>
  )
}

type ShownProps = {
  floor: Floor
  search: FloorSearch
  found: SkuHits
  routes: readonly Route[]
  onNarrow: (to: Partial<FloorSearch>) => void
  onMove: (at: number[]) => void
}

function Shown({ floor, search, found, routes, onNarrow, onMove }: ShownProps) {
  const look = useLook(search.colour, useZones(floor))
  if (search.view === 'list')
    return (
      <BinList
        floor={floor}
        search={search}
        hits={found.hits}
        onNarrow={onNarrow}
        onOpen={(bin) => onNarrow({ bin })}
      />
    )
  if (!look) return null
  return (
    <FloorMap
      floor={floor}
      look={look}
      colour={search.colour}
      hits={found.hits}
      routes={routes}
      chosen={search.bin === null ? null : (floor.model.indexOf.get(search.bin) ?? null)}
      at={search.at}
      hasPanel={search.sku !== null || search.route !== null}
      onMove={onMove}
      onOpen={(bin) => onNarrow({ bin: floor.model.codes[bin] ?? null })}
    />
  )
}

const zonesOf = new WeakMap<
  Floor['model'],
  readonly Floor['model']['map']['zones'][number]['temperatureZone'][]
>()

/** The climates of the zones, the same list for the same hall. */
function useZones({ model }: Floor) {
  const known = zonesOf.get(model) ?? model.map.zones.map(({ temperatureZone }) => temperatureZone)
  zonesOf.set(model, known)
  return known
}
