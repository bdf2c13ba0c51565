'use client'
import { useSyncExternalStore } from 'react'

let turns = 0

function watchTheme(tell: () => void): () => void {
  const turned = () => {
    turns++
    tell()
  }
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', turned)
  const attribute = new MutationObserver(turned)
  attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    dark.removeEventListener('change', turned)
    attribute.disconnect()
  }
}

/** How often the theme has turned: a canvas follows no variable by itself. -1 while the server draws. */
export const useThemeTurns = (): number =>
  useSyncExternalStore(
    watchTheme,
    () => turns,
    () => -1,
  )
