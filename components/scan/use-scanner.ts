'use client'
import { useDeviceSettings } from './device-settings'
import { useWedge } from './use-wedge'

/** Hears this device's scanner, as it is set, wherever the focus is. */
export const useScanner = (onScan: (text: string) => void): void => useWedge(useDeviceSettings(), onScan)
