'use client'
import { useState } from 'react'
import { Panel } from '@/components/ui/panel'
import { nominalRate } from '@/lib/conveyor/rules/nominal-rate'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { BeltDrawing } from './belt-drawing'
import type { BeltStore } from './belt-store'
import { ChosenBox } from './chosen-box'
import type { BeltDecision } from './moving-boxes'
import { useBeltNow } from './use-belt-now'
import type { SwitchLane } from './use-lane-switch'

type Props = {
  sorter: Sorter
  store: BeltStore
  /** Nothing is heard at present: what is drawn is what was last told. */
  isSilent: boolean
  onSwitch: SwitchLane
}

type Chosen = { key: string; decision: BeltDecision }

/** One sorter alive, and the box on it that is followed. */
export function SorterPanel({ sorter, store, isSilent, onSwitch }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const choose = (key: string | null) => {
    const decision = key === null ? undefined : store.boxesOn(sorter.id).get(key)?.decision
    setChosen(key !== null && decision ? { key, decision } : null)
  }
  return (
    <Panel title={`${sorter.id} ${sorter.name}`} aside={<OnIt sorter={sorter} store={store} />} flush>
      <div className={isSilent ? 'opacity-60 grayscale' : ''}>
        <BeltDrawing {...{ sorter, store, onSwitch }} chosen={chosen?.key ?? null} onChoose={choose} />
      </div>
      {chosen ? <Followed {...{ sorter, store, chosen }} onClose={() => setChosen(null)} /> : null}
    </Panel>
  )
}

type Asked = { sorter: Sorter; store: BeltStore }

/** In counts what the drawing shows in movement. */
function OnIt({ sorter, store }: Asked) {
  const { sorters } = useBeltNow(store)
  const circulating = sorters.get(sorter.id)?.circulating ?? 0
  const words = [
    `${store.boxesOn(sorter.id).size} on it`,
    ...(sorter.loop ? [`${circulating} of ${sorter.loop.capacity} going around`] : []),
    `${sorter.speedMetresPerSecond} m/s`,
    `planned for ${nominalRate(sorter)} a minute`,
  ]
  return <span className="tabular-nums max-md:line-clamp-2">{words.join(' · ')}</span>
}

/** A box that has left the belt is still the one that was asked about. */
function Followed({ sorter, store, chosen, onClose }: Asked & { chosen: Chosen; onClose: () => void }) {
  useBeltNow(store)
  const now = store.boxesOn(sorter.id).get(chosen.key)
  return <ChosenBox decision={now?.decision ?? chosen.decision} onClose={onClose} />
}
