'use client'
import { useState } from 'react'

/** Says which keys were not there when the list was first shown, so that only what arrives since then glows. */
export function useNewcomers(keys: string[]): (key: string) => boolean {
  const [first] = useState(() => new Set(keys))
  return (key) => !first.has(key)
}
