import type { PickerAct } from '@/lib/picking/rules/advance-tour'

import { withAct, withNotice } from './phone-record'
import { keepInBrowser, PhoneStore } from './phone-store'
import { skippedNotice } from './tour-words'

/** What is asked of the server by hand: it is on its way, there is nothing, or why it failed. */
export type Asked = 'no' | 'asking' | 'no-work' | { problem: string }

/** How the phone stands to the server. */
export type Reach = { isReached: boolean; asked: Asked }

/** One picker's phone: what it keeps, and how it stands to the server. It works before it can speak to anybody. */
export class Phone {
  readonly store: PhoneStore
  private reach: Reach = { isReached: true, asked: 'no' }
  private readonly watchers = new Set<() => void>()
  /** Sends what waits; set by what speaks to the server. */
  sync: () => void = () => {}
  getNext: () => void = () => {}

  constructor(userId: string) {
    this.store = new PhoneStore(keepInBrowser(userId))
  }

  readonly readReach = (): Reach => this.reach

  readonly watchReach = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  tell(change: Partial<Reach>): void {
    this.reach = { ...this.reach, ...change }
    for (const watcher of this.watchers) watcher()
  }

  async act(done: PickerAct): Promise<void> {
    const isSkipped = done.kind === 'short' && !this.reach.isReached
    await this.store.change((now) => {
      const next = withAct(now, done)
      return isSkipped ? withNotice(next, skippedNotice(done, now.tour)) : next
    })
    this.sync()
  }
}
