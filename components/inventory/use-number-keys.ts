'use client'
import { useEffect, useRef } from 'react'

/** No hand types faster; a scanner does, and what it types is no quantity. */
const FASTEST_HAND_MS = 25

type Keys = {
  value: number | null
  most: number
  onChange: (value: number | null) => void
  onEnter: () => void
}

/**
 * Digits, Backspace and Enter of a keyboard, wherever the focus is, except in a field or when a button has the Enter. What
 * a scanner types in between is taken back.
 */
export function useNumberKeys(keys: Keys): void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  const last = useRef({ atMs: Number.NEGATIVE_INFINITY, before: keys.value, isScan: false })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { value, most, onChange, onEnter } = now.current
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      const isScan = event.timeStamp - last.current.atMs < FASTEST_HAND_MS
      const before = isScan ? last.current.before : value
      last.current = { atMs: event.timeStamp, before, isScan }
      if (isScan) {
        event.preventDefault()
        onChange(before)
      } else if (/^\d$/.test(event.key)) {
        const next = (value ?? 0) * 10 + Number(event.key)
        if (next <= most) onChange(next)
      } else if (event.key === 'Backspace')
        onChange(value === null || value < 10 ? null : Math.floor(value / 10))
      else if (event.key === 'Enter' && !isPressable(event.target)) onEnter()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement
const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement
