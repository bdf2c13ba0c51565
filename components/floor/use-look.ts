'use client'
import { useMemo } from 'react'
import { useThemeTurns } from '@/components/ui/use-theme-turns'
import type { TemperatureZone } from '@/lib/catalog/schema'
import { type Look, readLook } from './canvas/look'
import type { Colour } from './shading'

/** The colours of the drawing, read again when the theme turns; null while the server draws. */
export function useLook(colour: Colour, zones: readonly TemperatureZone[] | undefined): Look | null {
  const turn = useThemeTurns()
  return useMemo(() => (turn < 0 || !zones ? null : readLook(colour, zones)), [turn, colour, zones])
}
