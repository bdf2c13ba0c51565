'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { toast } from 'sonner'
import type { Initial } from '@/components/live/use-live-query'
import type { AlertList } from './alert-paths'
import { openCritical } from './alert-words'
import { useOpenAlerts } from './use-open-alerts'

const SHOWN_MS = 15_000

/** Says each critical alert once, when it opens, wherever in the house one is. Draws nothing. */
export function AlertCrier({ site, initial }: { site: string; initial: Initial<AlertList> }) {
  const router = useRouter()
  const open = useOpenAlerts(site, initial)
  const said = useRef(new Set(openCritical(initial.answer.items).map(({ id }) => id)))
  useEffect(() => {
    for (const { id, message } of open) {
      if (said.current.has(id)) continue
      said.current.add(id)
      toast.error(message, {
        id,
        duration: SHOWN_MS,
        action: { label: 'Alerts', onClick: () => router.push('/alerts') },
      })
    }
  }, [open, router])
  return null
}
