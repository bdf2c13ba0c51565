'use client'
import { useMemo, useSyncExternalStore } from 'react'
import type { TemperatureZone } from '@/lib/catalog/schema'
import { type Look, readLook } from './canvas/look'
import type { Colour } from './shading'

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

/** The colours of the drawing, read again when the theme turns; null while the server draws. */
export function useLook(colour: Colour, zones: readonly TemperatureZone[] | undefined): Look | null {
  const turn = useSyncExternalStore(
    watchTheme,
    () => turns,
    () => -1,
  )
  return useMemo(() => (turn < 0 || !zones ? null : readLook(colour, zones)), [turn, colour, zones])
}
