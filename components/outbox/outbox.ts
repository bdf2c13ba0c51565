import type { Act } from './act'
import { keepInBrowser } from './keep-in-browser'
import { type Notice, withAct, withNotice, withoutNotice } from './outbox-record'
import { OutboxStore } from './outbox-store'

/** One person's outbox on this phone, and whether the server was reached. It works before it can speak to anybody. */
export class Outbox {
  readonly store: OutboxStore
  private isReached = true
  private readonly watchers = new Set<() => void>()
  /** Sends what waits; set by what speaks to the server. */
  sync: () => void = () => {}

  constructor(userId: string) {
    this.store = new OutboxStore(keepInBrowser(userId))
  }

  readonly readReach = (): boolean => this.isReached

  readonly watchReach = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  tell(isReached: boolean): void {
    this.isReached = isReached
    for (const watcher of this.watchers) watcher()
  }

  /** @param notice what is to be known of it at once */
  async act(done: Act, notice?: Notice): Promise<void> {
    await this.store.change((now) => {
      const next = withAct(now, done)
      return notice ? withNotice(next, notice) : next
    })
    this.sync()
  }

  readonly dismiss = (id: string): void => void this.store.change((now) => withoutNotice(now, id))
}
