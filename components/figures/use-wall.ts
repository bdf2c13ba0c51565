'use client'
import { useEffect } from 'react'
import { useConnectionState } from '@/components/live/live-provider'

const LOOK_MS = 5 * 60_000

/** The files a page is made of: another version of the house has others. */
const filesIn = (html: Document): string =>
  [...html.querySelectorAll('script[src*="/_next/static/"]')]
    .map((script) => new URL(script.getAttribute('src') ?? '', window.location.origin).pathname)
    .filter((path) => !path.includes('/media/'))
    .sort()
    .join()

/** Loads the page anew once the house serves another version; looked for when it is back, and now and then. */
export function useNewVersions(): void {
  const connection = useConnectionState()
  useEffect(() => {
    if (connection !== 'live') return
    let mine: string | null = null
    const look = async () => {
      const response = await fetch(window.location.href, { headers: { accept: 'text/html' } }).catch(
        () => null,
      )
      // A house that is closing or opening has no page to compare with.
      if (!response?.ok) return
      const now = filesIn(new DOMParser().parseFromString(await response.text(), 'text/html'))
      const before = mine ?? window.sessionStorage.getItem('wall-files')
      mine = now
      window.sessionStorage.setItem('wall-files', now)
      if (before !== null && before !== now) window.location.reload()
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [connection])
}

/** Left and right go from site to site. */
export function useSiteKeys(siteIds: readonly string[], site: string): void {
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
      const next = siteIds.at((siteIds.indexOf(site) + step) % siteIds.length)
      if (step !== 0 && next !== undefined && next !== site)
        window.location.assign(`/wall?site=${encodeURIComponent(next)}`)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [siteIds, site])
}
