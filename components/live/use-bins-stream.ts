'use client'
import { planChanged } from '@/lib/floor/events'
import { type BinsMessage, binsMessageSchema } from '@/lib/floor/map-schema'
import { useStream } from './use-stream'

type Hearing = {
  onBins: (message: BinsMessage) => void
  onJoined: () => void
  /** The hall itself changed: bins, blocks, directions. */
  onPlan: () => void
}

/** Follows what lies in the bins of a site, as long as the screen is there. */
export function useBinsStream(site: string, { onBins, onJoined, onPlan }: Hearing): void {
  const onChange = ({ event }: { event: string }) => {
    if (event === planChanged) onPlan()
  }
  useStream(site, 'floor', binsMessageSchema, { onMessage: onBins, onJoined, onChange })
}
