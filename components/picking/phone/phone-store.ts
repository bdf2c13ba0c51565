import { createStore, update } from 'idb-keyval'
import { EMPTY, type PhoneRecord, readRecord } from './phone-record'

export type Change = (record: PhoneRecord) => PhoneRecord

/** Reads what is kept, lets it be changed, keeps it: in one transaction, so that two open pages lose nothing. */
export type Keep = (change: (kept: unknown) => PhoneRecord) => Promise<void>

/** What a phone keeps for one picker, in IndexedDB: it outlives a dead network and a killed page. */
export class PhoneStore {
  private record: PhoneRecord | undefined
  private readonly watchers = new Set<() => void>()

  constructor(private readonly keep: Keep) {}

  /** Undefined until it was read. */
  readonly read = (): PhoneRecord | undefined => this.record

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Once this is over, the change is on the disk. */
  async change(change: Change): Promise<PhoneRecord> {
    let changed = EMPTY
    await this.keep((kept) => {
      changed = change(readRecord(kept))
      return changed
    })
    this.record = changed
    for (const watcher of this.watchers) watcher()
    return changed
  }
}

/** The record of a picker in this browser; another picker on the same phone has their own. */
export function keepInBrowser(userId: string): Keep {
  const store = createStore('stowline-pick', 'phones')
  return (change) => update<unknown>(userId, change, store)
}
