'use client'
import { useSyncExternalStore } from 'react'
import { z } from 'zod'

const KEY = 'stowline:pick-settings'

const pickSettingsSchema = z.object({
  hand: z.enum(['right', 'left']).catch('right'),
  hasSound: z.boolean().catch(true),
  hasVibration: z.boolean().catch(true),
  staysAwake: z.boolean().catch(true),
  /** What the scanner is set to send before and after a label. */
  prefix: z.string().max(8).catch(''),
  suffix: z.enum(['Enter', 'Tab']).catch('Enter'),
})
export type PickSettings = z.infer<typeof pickSettingsSchema>

const DEFAULTS = pickSettingsSchema.parse({})
const watchers = new Set<() => void>()
let settings: PickSettings | undefined

function read(): PickSettings {
  settings ??= pickSettingsSchema.safeParse(jsonOf(window.localStorage.getItem(KEY))).data ?? DEFAULTS
  return settings
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}

export function changeSettings(change: Partial<PickSettings>): void {
  settings = { ...read(), ...change }
  window.localStorage.setItem(KEY, JSON.stringify(settings))
  for (const watcher of watchers) watcher()
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** How this device is set for picking: it belongs to the device, not to the person. */
export const usePickSettings = (): PickSettings => useSyncExternalStore(watch, read, () => DEFAULTS)
