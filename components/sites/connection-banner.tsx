'use client'
import { useEffect, useRef } from 'react'
import { toast } from 'sonner'
import { useConnectionState } from '@/components/live/live-provider'
import { OfflineBanner } from '@/components/ui/offline-banner'

/** Says when the device has lost its network, and when everything is up to date again. */
export function ConnectionBanner() {
  const state = useConnectionState()
  const wasOffline = useRef(false)
  useEffect(() => {
    if (state === 'offline') wasOffline.current = true
    if (state !== 'live' || !wasOffline.current) return
    wasOffline.current = false
    toast.success('Back online. Everything here is up to date again.')
  }, [state])
  return state === 'offline' ? <OfflineBanner /> : null
}
