'use client'
import { STATE_INK } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import type { Lane } from '@/lib/conveyor/topology-schema'
import type { BeltStore } from './belt-store'
import { LANE_STATES } from './decision-words'
import { LaneMark } from './lane-mark'
import type { DrawnLane } from './lay-out-sorter'
import { useLane } from './use-belt-now'
import type { SwitchLane } from './use-lane-switch'

type Props = {
  lane: Lane
  drawn: DrawnLane
  isTall: boolean
  store: BeltStore
  onSwitch: SwitchLane
}

/** At the end of a lane: what it is called, how it stands, how full; pressed, it is closed or opened. */
export function LaneCard({ lane, drawn, isTall, store, onSwitch }: Props) {
  const { state, coming } = useLane(store, lane.id)
  const { text, state: standing } = LANE_STATES[state]
  const away = drawn.side < 0 ? '-100%' : '0'
  const act = state === 'closed' ? 'Open' : 'Close'
  return (
    <button
      type="button"
      onClick={() => onSwitch({ id: lane.id, state })}
      aria-label={`${act} lane ${lane.id}, ${lane.name}: ${text.toLowerCase()}, ${coming} of ${lane.capacity} coming`}
      title={`${lane.name}: ${act.toLowerCase()} it`}
      style={{
        left: drawn.to.x,
        top: drawn.to.y,
        transform: isTall ? `translate(${away}, -50%)` : `translate(-50%, ${away})`,
      }}
      className={`absolute flex w-24 cursor-pointer flex-col gap-1 rounded-md border px-2 py-1.5 text-left text-xs hover:border-edge hover:bg-inset ${state === 'open' ? 'border-line bg-surface' : 'border-edge bg-inset'}`}
    >
      <span className="flex items-center gap-1.5">
        <LaneMark place={drawn.place} />
        <span className="font-semibold text-ink">{lane.id}</span>
        {state === 'open' ? (
          <span className="ml-auto text-ink-soft tabular-nums">
            {coming}/{lane.capacity}
          </span>
        ) : (
          <span className={`ml-auto flex items-center gap-1 font-medium ${STATE_INK[standing]}`}>
            <StateMark state={standing} size={11} />
            {text}
          </span>
        )}
      </span>
      <span className="truncate text-ink-soft">{lane.serves.join(', ') || 'exceptions'}</span>
      <Fill coming={coming} capacity={lane.capacity} />
    </button>
  )
}

/** How much of a lane the boxes that come to it will take. */
function Fill({ coming, capacity }: { coming: number; capacity: number }) {
  const share = Math.min(1, coming / capacity)
  return (
    <span aria-hidden="true" className="block h-1 overflow-hidden rounded-sm bg-line">
      <span
        className={`block h-full origin-left ${share >= 0.9 ? 'bg-late' : 'bg-chart'}`}
        style={{ transform: `scaleX(${share})` }}
      />
    </span>
  )
}
