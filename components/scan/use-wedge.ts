'use client'
import { useEffect, useEffectEvent } from 'react'
import { WedgeReader, type WedgeSettings } from './wedge-reader'

/** Hears a scanner that types, wherever the focus is. */
export function useWedge({ prefix, suffix }: WedgeSettings, onScan: (text: string) => void): void {
  const scan = useEffectEvent(onScan)
  useEffect(() => {
    const reader = new WedgeReader({ prefix, suffix })
    const hear = (event: KeyboardEvent) => {
      const heard = reader.hear({ key: event.key, isControl: event.ctrlKey, atMs: event.timeStamp })
      if (heard.kind === 'typing') return
      // What a scanner types must press no button; a field may have its characters, and forgets them with the scan.
      if (heard.kind === 'scan' || !isField(event.target)) event.preventDefault()
      if (heard.kind === 'burst') return
      event.stopPropagation()
      scan(heard.text)
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [prefix, suffix])
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
