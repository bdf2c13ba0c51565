'use client'
import type { Bin } from '@/lib/floor/schema'

/** What can be done with a bin and its aisle: closing the bin, blocking the aisle. */
export function BinActions(_: { site: string; bin: Bin }) {
  return null
}
