import { createStore, promisifyRequest } from 'idb-keyval'
import { type OutboxRecord, readRecord } from './outbox-record'
import type { Keep } from './outbox-store'

/** Where counts and stows kept what waited, before there was one outbox for all work. */
export const OLD_QUEUES = { lines: 'stowline:count-lines', stow: 'stowline:stow' } as const

/** What tours kept under the person's bare id, before there was one outbox for all work. */
type OldRecord = Pick<OutboxRecord, 'tour' | 'acts' | 'notices'> & { shape: 1 }

/** The record of a person in this browser; another person on the same phone has their own. */
export function keepInBrowser(userId: string): Keep {
  const inStore = createStore('stowline-pick', 'phones')
  const key = `outbox ${userId}`
  let hasLooked = false
  return (change) =>
    inStore('readwrite', async (records) => {
      const stored = await promisifyRequest<unknown>(records.get(key))
      let kept = stored
      if (!hasLooked) {
        const old = await promisifyRequest<unknown>(records.get(userId))
        if (isOld(old)) kept = withOld(readRecord(kept), old)
      }
      const changed = change(kept)
      hasLooked = true
      // Reading alone, as the page does when it opens, waits for no disk.
      if (changed === stored) return
      records.put(changed, key)
      records.delete(userId)
      await promisifyRequest(records.transaction)
    })
}

const isOld = (kept: unknown): kept is OldRecord =>
  typeof kept === 'object' && kept !== null && 'shape' in kept && kept.shape === 1

const withOld = (record: OutboxRecord, old: OldRecord): OutboxRecord => ({
  ...record,
  tour: record.tour ?? old.tour,
  acts: [...old.acts, ...record.acts],
  notices: [...old.notices, ...record.notices],
})
