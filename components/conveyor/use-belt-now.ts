'use client'
import { useSyncExternalStore } from 'react'
import type { BeltNow, BeltStore, LaneStanding } from './belt-store'

/** What the belts last said; who asks is drawn again with each word of them. */
export const useBeltNow = (store: BeltStore): BeltNow =>
  useSyncExternalStore(store.watch, store.snapshot, store.snapshot)

/** How a lane stands; who asks is drawn again only when it stands otherwise. */
export function useLane(store: BeltStore, id: string): Omit<LaneStanding, 'id'> {
  const read = () => store.snapshot().lanes.get(id)
  return useSyncExternalStore(store.watch, read, read) ?? UNTOLD
}

const UNTOLD = { state: 'open', coming: 0 } as const
