'use client'
import { useEffect, useRef } from 'react'
import type { ZodType } from 'zod'
import type { LiveChange, LiveTopic } from '@/lib/platform/live-change'
import { useConnection } from './live-provider'

type Hearing<Message> = {
  onMessage: (message: Message) => void
  /** From here on nothing is missed; what was before may be. */
  onJoined: () => void
  onChange?: (change: LiveChange) => void
}

/** Follows a high-rate stream of a site, as long as the screen is there; what is not as agreed is left out. */
export function useStream<Message extends { site: string }>(
  site: string,
  topic: LiveTopic,
  schema: ZodType<Message>,
  hearing: Hearing<Message>,
): void {
  const connection = useConnection()
  const latest = useRef(hearing)
  useEffect(() => {
    latest.current = hearing
  })
  useEffect(
    () =>
      connection.follow(site, topic, {
        onMessage: (message) => {
          const told = schema.safeParse(message)
          if (!told.success) console.error(`a message about ${topic} is not as agreed`, told.error)
          else if (told.data.site === site) latest.current.onMessage(told.data)
        },
        onChange: (change) => {
          if (change.site === site) latest.current.onChange?.(change)
        },
        onJoined: () => latest.current.onJoined(),
      }),
    [connection, site, topic, schema],
  )
}
