'use client'
import { useSyncExternalStore } from 'react'

/** The number tells the shape: it goes up with it, and what was kept in another one is forgotten. */
const KEY = 'stowline:pick-settings:1'

export type DeviceSettings = {
  hand: 'right' | 'left'
  hasSound: boolean
  hasVibration: boolean
  staysAwake: boolean
  /** What the scanner is set to send before and after a label. */
  prefix: string
  suffix: 'Enter' | 'Tab'
}

const DEFAULTS: DeviceSettings = {
  hand: 'right',
  hasSound: true,
  hasVibration: true,
  staysAwake: true,
  prefix: '',
  suffix: 'Enter',
}
const watchers = new Set<() => void>()
let settings: DeviceSettings | undefined

function read(): DeviceSettings {
  settings ??= { ...DEFAULTS, ...JSON.parse(window.localStorage.getItem(KEY) ?? '{}') } as DeviceSettings
  return settings
}

export function changeSettings(change: Partial<DeviceSettings>): void {
  settings = { ...read(), ...change }
  window.localStorage.setItem(KEY, JSON.stringify(settings))
  for (const watcher of watchers) watcher()
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** How this device is set for picking: it belongs to the device, not to the person. */
export const useDeviceSettings = (): DeviceSettings => useSyncExternalStore(watch, read, () => DEFAULTS)
