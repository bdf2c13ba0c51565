import { EMPTY, type OutboxRecord, readRecord } from './outbox-record'

export type Change = (record: OutboxRecord) => OutboxRecord

/** Reads what is kept, lets it be changed, keeps it: in one transaction, so that two open pages lose nothing. */
export type Keep = (change: (kept: unknown) => OutboxRecord) => Promise<void>

/** What a phone keeps for one person, on its disk: it outlives a dead network, a killed page and a session that ended. */
export class OutboxStore {
  private kept: OutboxRecord | undefined
  private record: OutboxRecord | undefined
  private readonly typing: Change[] = []
  private readonly watchers = new Set<() => void>()

  constructor(private readonly keep: Keep) {}

  /** Undefined until it was read. */
  readonly read = (): OutboxRecord | undefined => this.record

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Once this is over, the change is on the disk; it is not seen before. */
  async change(change: Change): Promise<OutboxRecord> {
    let changed = EMPTY
    await this.keep((kept) => {
      changed = change(readRecord(kept))
      return changed
    })
    this.show(changed)
    return changed
  }

  /** A change that is seen at once, as a field must show what is typed; a page killed meanwhile loses a key or two. */
  async type(change: Change): Promise<void> {
    this.typing.push(change)
    this.show(this.kept)
    try {
      await this.change(change)
    } finally {
      // Changes reach the disk in the order in which they were made.
      this.typing.shift()
      this.show(this.kept)
    }
  }

  private show(kept: OutboxRecord | undefined): void {
    this.kept = kept
    this.record = kept && this.typing.reduce((record, change) => change(record), kept)
    for (const watcher of this.watchers) watcher()
  }
}
