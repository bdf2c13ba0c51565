'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Outbox } from '@/components/outbox/outbox'
import type { Asked } from './ask-next-tour'
import { takeFirstTap } from './first-tap'

/** The next tour, when the picker wants one. What reads the answer is loaded with the question. */
export function useNextTour(outbox: Outbox, site: string) {
  const [asked, setAsked] = useState<Asked>('no')
  const ask = useCallback(
    async (before?: Promise<Response>) => {
      setAsked('asking')
      const reader = await import('./ask-next-tour').catch(() => null)
      const answer = reader ? await reader.askNextTour(outbox, site, before) : NOT_REACHED
      setAsked(answer)
    },
    [outbox, site],
  )
  useEffect(() => {
    const before = takeFirstTap()
    if (before !== undefined) void ask(before)
  }, [ask])
  return { asked, getNext: () => void ask() }
}

const NOT_REACHED: Asked = { problem: 'The server was not reached.' }
