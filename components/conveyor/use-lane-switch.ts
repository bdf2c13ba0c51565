'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { toast } from 'sonner'
import { z } from 'zod'
import { FetchProblem } from '@/components/live/fetch-json'
import { liveKey } from '@/components/live/refetcher'
import { sendJson } from '@/components/live/send-json'
import type { LaneState } from '@/lib/conveyor/schema'
import { conveyorPath, lanePath } from './conveyor-paths'

export type SwitchLane = (lane: { id: string; state: LaneState }) => void

const TOAST_MS = 8_000

/** Closes a lane, or opens a closed one, at once; who did not mean it takes it back from the toast. */
export function useLaneSwitch(site: string): SwitchLane {
  const client = useQueryClient()
  return useCallback(
    ({ id, state }) => {
      const tell = async (to: LaneState) => {
        await sendJson('PUT', lanePath(id), z.unknown(), { site, state: to })
        await client.invalidateQueries({ queryKey: liveKey(site, 'conveyor', conveyorPath(site)) })
      }
      const complain = (error: unknown) => {
        if (!(error instanceof FetchProblem)) throw error
        toast.error(`${id} stays as it is: ${error.message}`)
      }
      const to = state === 'closed' ? 'open' : 'closed'
      const undo = { label: 'Undo', onClick: () => void tell(state).catch(complain) }
      tell(to).then(
        () => toast.success(`${id} is ${to}`, { action: undo, duration: TOAST_MS, id: `lane-${id}` }),
        complain,
      )
    },
    [client, site],
  )
}
