'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import type { LiveTopic } from '@/lib/platform/live-change'
import { FetchProblem } from './fetch-json'

type Change = {
  /** Sends the change; its words are said when it was made. */
  send: () => Promise<string>
  /** What was not done, as the beginning of a sentence: "The alert was not acknowledged". */
  failed: string
}

/**
 * One change at a time, said in a toast however it ends; what is on screen of the site's topic is then fetched again.
 * `change` answers whether it was made.
 */
export function useChange(site: string, topic: LiveTopic) {
  const client = useQueryClient()
  const [isPending, setPending] = useState(false)
  const change = async ({ send, failed }: Change): Promise<boolean> => {
    setPending(true)
    try {
      toast.success(await send())
      return true
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      toast.error(`${failed}: ${error.message}`)
      return false
    } finally {
      setPending(false)
      void client.invalidateQueries({ queryKey: [site, topic] })
    }
  }
  return { change, isPending }
}
