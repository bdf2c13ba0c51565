'use client'
import { useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()
let isOn = false

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function switchCamera(on: boolean): void {
  isOn = on
  for (const watcher of watchers) watcher()
}

/** Whether the camera looks, from scan to scan as long as the page is open: who scans with it does so at the next stop, too. */
export const useCameraSwitch = () =>
  [
    useSyncExternalStore(
      watch,
      () => isOn,
      () => false,
    ),
    switchCamera,
  ] as const
