'use client'
import { History, List, MapIcon, Route as RouteIcon } from 'lucide-react'
import Link from 'next/link'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { Count } from '@/components/ui/count'
import { SelectField } from '@/components/ui/select-field'
import { StatePill } from '@/components/ui/state-pill'
import { FindBox } from './find-box'
import type { FloorSearch } from './floor-paths'
import type { Colour } from './shading'
import type { Floor } from './use-floor'

const COLOUR_OPTIONS: readonly { id: Colour; text: string }[] = [
  { id: 'fill', text: 'Fill' },
  { id: 'heat', text: 'Picks' },
  { id: 'age', text: 'Age' },
  { id: 'expiry', text: 'Expiry' },
  { id: 'zone', text: 'Zone' },
]

type Props = {
  site: string
  floor: Floor
  search: FloorSearch
  isStale: boolean
  trouble: string | null
  isReplaying: boolean
  onNarrow: (to: Partial<FloorSearch>) => void
  onType: (query: string) => void
  onItem: (sku: string) => void
  onBin: (bin: string) => void
  onReplay: () => void
  onReadAgain: () => void
}

/** What the floor is looked at by: one line at a desk; on a phone the search above and the rest under the thumb. */
export function FloorToolbar(props: Props) {
  const { site, floor, search, onNarrow, onType, onItem, onBin } = props
  const { model } = floor
  const isMap = search.view === 'map'
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-md:p-2">
        <div className="flex items-baseline gap-3 max-md:sr-only">
          <h1 className="font-semibold text-ink text-xl tracking-tight">Floor</h1>
          <p className="text-ink-soft text-sm">
            <Count value={model.count} /> bins in {model.map.aisles.length} aisles
          </p>
          <Link
            href="/floor/layout"
            className="text-ink-soft text-sm underline underline-offset-4 hover:text-ink"
          >
            Layout
          </Link>
        </div>
        <Standing {...props} />
        <div className="grow md:flex md:justify-end">
          <FindBox
            site={site}
            model={model}
            query={search.query}
            onType={onType}
            onItem={onItem}
            onBin={onBin}
          />
        </div>
      </div>
      <div className="flex items-center gap-2 max-md:order-last max-md:border-line max-md:border-t max-md:bg-surface max-md:px-2 max-md:py-1.5">
        {isMap ? (
          <>
            <div className="max-md:hidden">
              <ChoiceBar
                label="Colour by"
                options={COLOUR_OPTIONS}
                chosen={search.colour}
                onChoose={(colour) => onNarrow({ colour })}
              />
            </div>
            <div className="min-w-24 md:hidden">
              <SelectField
                label="Colour by"
                hidesLabel
                options={COLOUR_OPTIONS}
                chosen={search.colour}
                onChoose={(colour) => onNarrow({ colour })}
              />
            </div>
            <Switches {...props} />
          </>
        ) : null}
        <div className="ml-auto">
          <Button onPress={() => onNarrow({ view: isMap ? 'list' : 'map' })}>
            {isMap ? <List size={16} aria-hidden="true" /> : <MapIcon size={16} aria-hidden="true" />}
            {isMap ? 'List' : 'Map'}
          </Button>
        </div>
      </div>
    </>
  )
}

const SWITCH =
  'inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-transparent px-3 text-ink-soft text-sm hover:bg-inset hover:text-ink data-selected:border-edge data-selected:bg-surface data-selected:font-medium data-selected:text-ink md:min-h-8'

function Switches({ search, isReplaying, onNarrow, onReplay }: Props) {
  return (
    <div className="flex gap-1 md:border-line md:border-l md:pl-2">
      <ToggleButton
        isSelected={search.route !== null}
        onChange={(isOn) => onNarrow({ route: isOn ? '' : null, ...(isOn ? { sku: null } : {}) })}
        className={SWITCH}
      >
        <RouteIcon size={16} aria-hidden="true" /> Routes
      </ToggleButton>
      <ToggleButton isSelected={isReplaying} onChange={onReplay} className={SWITCH}>
        <History size={16} aria-hidden="true" /> Replay
      </ToggleButton>
    </div>
  )
}

/** Whether what is shown is the present. */
function Standing({ isStale, trouble, isReplaying, onReadAgain }: Props) {
  if (isReplaying) return <StatePill state="running">Replay</StatePill>
  if (!isStale) return null
  return (
    <span role="status" className="flex items-center gap-2">
      <StatePill state={trouble ? 'failed' : 'retrying'}>
        {trouble ? 'Not up to date' : 'Reconnecting'}
      </StatePill>
      {trouble ? (
        <>
          <span className="text-ink-soft text-sm">{trouble}</span>
          <Button onPress={onReadAgain}>Try again</Button>
        </>
      ) : null}
    </span>
  )
}
