'use client'
import { useState, useSyncExternalStore } from 'react'
import { Panel } from '@/components/ui/panel'
import { nominalRate } from '@/lib/conveyor/rules/nominal-rate'
import type { Conveyor } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { BeltDrawing } from './belt-drawing'
import type { BeltStore } from './belt-store'
import { ChosenBox } from './chosen-box'
import type { BeltDecision } from './moving-boxes'
import type { SwitchLane } from './use-lane-switch'

type Props = {
  sorter: Sorter
  now: Conveyor['sorters'][number] | undefined
  store: BeltStore
  /** Nothing is heard at present: what is drawn is what was last told. */
  isSilent: boolean
  onSwitch: SwitchLane
}

/** One sorter alive, and the box on it that is followed. */
export function SorterPanel({ sorter, now, store, isSilent, onSwitch }: Props) {
  const [chosen, setChosen] = useState<{ key: string; decision: BeltDecision } | null>(null)
  const { sorters } = useSyncExternalStore(store.watch, store.snapshot, store.snapshot)
  const boxes = store.boxesOn(sorter.id)
  // A box that has left the belt is still the one that was asked about.
  const followed = chosen && (boxes.get(chosen.key)?.decision ?? chosen.decision)
  const choose = (key: string | null) => {
    const decision = key === null ? undefined : boxes.get(key)?.decision
    setChosen(key !== null && decision ? { key, decision } : null)
  }
  const circulating = sorters.get(sorter.id)?.circulating ?? now?.circulating ?? 0
  const aside = [
    `${boxes.size} on it`,
    ...(sorter.loop ? [`${circulating} of ${sorter.loop.capacity} going around`] : []),
    `${sorter.speedMetresPerSecond} m/s`,
    `planned for ${nominalRate(sorter)} a minute`,
  ]
  return (
    <Panel
      title={`${sorter.id} ${sorter.name}`}
      aside={<span className="tabular-nums max-md:line-clamp-2">{aside.join(' · ')}</span>}
      flush
    >
      <div className={isSilent ? 'opacity-60 grayscale' : ''}>
        <BeltDrawing {...{ sorter, store, onSwitch }} chosen={chosen?.key ?? null} onChoose={choose} />
      </div>
      {followed ? <ChosenBox decision={followed} onClose={() => setChosen(null)} /> : null}
    </Panel>
  )
}
