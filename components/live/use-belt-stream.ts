'use client'
import { useEffect, useRef } from 'react'
import { type BeltMessage, beltMessageSchema } from '@/lib/conveyor/schema'
import { useConnection } from './live-provider'

type Hearing = {
  onBelt: (message: BeltMessage) => void
  /** From here on nothing is missed; what was before may be. */
  onJoined: () => void
}

/** Follows the belts of a site, as long as the screen is there. */
export function useBeltStream(site: string, hearing: Hearing): void {
  const connection = useConnection()
  const latest = useRef(hearing)
  useEffect(() => {
    latest.current = hearing
  })
  useEffect(
    () =>
      connection.follow(site, 'conveyor', {
        onMessage: (message) => {
          const belt = beltMessageSchema.safeParse(message)
          if (!belt.success) console.error('a message about belts is not as agreed', belt.error)
          else if (belt.data.site === site) latest.current.onBelt(belt.data)
        },
        onChange: () => {},
        onJoined: () => latest.current.onJoined(),
      }),
    [connection, site],
  )
}
