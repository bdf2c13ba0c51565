'use client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import type { BeltStore } from './belt-store'
import { LANE_STATES } from './decision-words'
import { useLane } from './use-belt-now'
import type { SwitchLane } from './use-lane-switch'

type Props = {
  /** Its code, as an address says it; one that no sorter has asks nothing. */
  lane: string | null
  sorters: readonly Sorter[]
  store: BeltStore
  onSwitch: SwitchLane
  onClose: () => void
}

/** Whether the lane that an address names is to be closed, or opened. */
export function LaneDialog({ lane, sorters, store, onSwitch, onClose }: Props) {
  const known = sorters.flatMap(({ lanes }) => lanes).find(({ id }) => id === lane)
  const { state, coming } = useLane(store, lane ?? '')
  if (!known) return null
  const act = state === 'closed' ? 'Open' : 'Close'
  return (
    <Dialog title={`${act} lane ${known.id}?`} isOpen onOpenChange={onClose}>
      <p className="text-ink-soft text-sm">
        {known.name}: {LANE_STATES[state].text.toLowerCase()}, {coming} of {known.capacity} boxes coming.{' '}
        {act === 'Close' ? 'What comes next goes to another lane that serves the same, or around.' : ''}
      </p>
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button
          look="primary"
          onPress={() => {
            onSwitch({ id: known.id, state })
            onClose()
          }}
        >
          {act} it
        </Button>
      </DialogActions>
    </Dialog>
  )
}
