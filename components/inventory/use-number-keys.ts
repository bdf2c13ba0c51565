'use client'
import { useEffect, useRef } from 'react'
import { BURST_GAP_MS } from '@/components/scan/wedge-reader'

type Keys = {
  value: number | null
  most: number
  onChange: (value: number | null) => void
  onEnter: () => void
}

/**
 * Digits, Backspace and Enter of a keyboard, wherever the focus is, except in a field or when a button has the Enter.
 * @returns takes back what came in one burst, once it is known to be a scanner's
 */
export function useNumberKeys(keys: Keys): () => void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  const burst = useRef({ lastMs: Number.NEGATIVE_INFINITY, before: keys.value })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { value, most, onChange, onEnter } = now.current
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      const { lastMs, before } = burst.current
      const isOneBurst = event.timeStamp - lastMs <= BURST_GAP_MS
      burst.current = { lastMs: event.timeStamp, before: isOneBurst ? before : value }
      if (/^\d$/.test(event.key)) {
        const next = (value ?? 0) * 10 + Number(event.key)
        if (next <= most) onChange(next)
      } else if (event.key === 'Backspace')
        onChange(value === null || value < 10 ? null : Math.floor(value / 10))
      else if (event.key === 'Enter' && !isPressable(event.target)) onEnter()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return () => now.current.onChange(burst.current.before)
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement
const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement
