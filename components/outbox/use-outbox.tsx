'use client'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { OLD_QUEUES } from './keep-in-browser'
import { Outbox } from './outbox'

const OutboxContext = createContext<Outbox | null>(null)

/** Around every screen of a phone's work: what was done there is kept for this person and told to the server. */
export function OutboxProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const [outbox] = useState(() => new Outbox(userId))
  useEffect(() => void open(outbox), [outbox])
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}

async function open(outbox: Outbox): Promise<void> {
  await outbox.store.change((kept) => kept)
  // What can read them is loaded only where there are any.
  if (Object.values(OLD_QUEUES).every((key) => window.localStorage.getItem(key) === null)) return
  const { moveOldQueues } = await import('./move-old-queues')
  await moveOldQueues(outbox.store, window.localStorage)
  outbox.sync()
}

/** `record` is undefined until it was read. */
export function useOutbox() {
  const outbox = use(OutboxContext)
  if (!outbox) throw new Error('outside of OutboxProvider')
  const { store } = outbox
  const record = useSyncExternalStore(store.watch, store.read, () => undefined)
  const isReached = useSyncExternalStore(outbox.watchReach, outbox.readReach, () => true)
  return { outbox, record, isReached }
}
