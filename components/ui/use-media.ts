'use client'
import { useSyncExternalStore } from 'react'

/** Whether a media query holds. The server cannot know and draws for a desk. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', tell)
      return () => list.removeEventListener('change', tell)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}

/** The width below which a table becomes cards; the same as Tailwind's `md`. */
export const PHONE = '(max-width: 47.99rem)'
