'use client'
import { useEffect, useRef } from 'react'
import { planChanged } from '@/lib/floor/events'
import { type BinsMessage, binsMessageSchema } from '@/lib/floor/map-schema'
import { useConnection } from './live-provider'

/** The hall itself changed: bins, blocks, directions. */

type Hearing = {
  onBins: (message: BinsMessage) => void
  /** From here on nothing is missed; what was before may be. */
  onJoined: () => void
  onPlan: () => void
}

/** Follows what lies in the bins of a site, as long as the screen is there. */
export function useBinsStream(site: string, hearing: Hearing): void {
  const connection = useConnection()
  const latest = useRef(hearing)
  useEffect(() => {
    latest.current = hearing
  })
  useEffect(
    () =>
      connection.follow(site, 'floor', {
        onMessage: (message) => {
          const bins = binsMessageSchema.safeParse(message)
          if (!bins.success) console.error('a message about bins is not as agreed', bins.error)
          else if (bins.data.site === site) latest.current.onBins(bins.data)
        },
        onChange: (change) => {
          if (change.site === site && change.event === planChanged) latest.current.onPlan()
        },
        onJoined: () => latest.current.onJoined(),
      }),
    [connection, site],
  )
}
