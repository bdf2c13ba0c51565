'use client'
import { useEffect } from 'react'

/** Long after the page works: what a tour without a network may need and this page did not load yet. */
const WARM_AFTER_MS = 4_000

/** Keeps this page on the phone: whatever it is made of is there without a network, the camera's decoder too. */
export function useAppShell(): void {
  useEffect(() => {
    // While it is developed, the newest file is always the right one.
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
    // Without a service worker (a private window, a full disk) the page works while there is a network.
    const timer = setTimeout(() => void keepPage().catch(() => {}), WARM_AFTER_MS)
    void navigator.serviceWorker.register('/service-worker.js').catch(() => {})
    return () => clearTimeout(timer)
  }, [])
}

async function keepPage(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  const { openDecoder } = await import('@/components/scan/open-decoder')
  const decoder = await openDecoder()
  decoder.close()
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  active?.postMessage({ keep: [...loaded, ...decoder.files].map((file) => new URL(file).pathname) })
}
