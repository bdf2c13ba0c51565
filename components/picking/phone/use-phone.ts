'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { FetchProblem } from '@/components/live/fetch-json'
import { paced } from '@/components/live/paced'
import type { PickerAct } from '@/lib/picking/schema'
import { hearTours } from './hear-tours'
import { withAct, withNotice, withoutNotice, withTour } from './phone-record'
import { keepInBrowser, PhoneStore } from './phone-store'
import { isLost, loseTour, syncPhone } from './sync-phone'
import { keepLease, nextTour, tourDoors } from './tour-doors'
import { skippedNotice } from './tour-words'

/** While something waits it is sent again this often; the answer to a lease tells of changes nobody else told. */
const AGAIN_MS = 4_000
const LEASE_MS = 20_000
const LEAST_GAP_MS = 150

/** What is asked of the server by hand: it is on its way, there is nothing, or why it failed. */
export type Asked = 'no' | 'asking' | 'no-work' | { problem: string }

/** One picker's phone: the kept record, whether the server is reached, and the ways to change it. */
class Phone {
  readonly store: PhoneStore
  private readonly watchers = new Set<() => void>()
  private reached = true

  constructor(userId: string) {
    this.store = new PhoneStore(keepInBrowser(userId))
  }

  readonly isReached = (): boolean => this.reached && navigator.onLine

  readonly watchReach = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Sends what waits and reads what is new; asked for while it is at it, it goes round once more. */
  readonly sync = paced(() => this.syncOnce(), LEAST_GAP_MS, Date.now)

  readonly beat = async (): Promise<void> => {
    const tour = this.store.read()?.tour
    if (tour?.state !== 'walking') return
    try {
      const { version } = await keepLease(tour.tourId)
      if (version > tour.version || !this.reached) this.sync()
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      if (isLost(error)) await loseTour(this.store, error.message)
      else this.tell(false)
    }
  }

  private async syncOnce(): Promise<void> {
    try {
      this.tell(await syncPhone(this.store, tourDoors))
    } catch (error) {
      // An answer that is not as agreed: what waits goes on waiting, in sight.
      console.error(error)
      this.tell(false)
    }
  }

  readonly tell = (isReached: boolean): void => {
    this.reached = isReached
    for (const watcher of this.watchers) watcher()
  }
}

/** Sends and listens for as long as the page is open. */
function keepInTouch(phone: Phone, site: string): () => void {
  void phone.store.change((record) => record).then(phone.sync)
  const again = setInterval(() => {
    if ((phone.store.read()?.acts.length ?? 0) > 0 || !phone.isReached()) phone.sync()
  }, AGAIN_MS)
  const lease = setInterval(() => void phone.beat(), LEASE_MS)
  const wake = () => {
    if (document.visibilityState === 'visible') phone.sync()
  }
  const away = () => phone.tell(false)
  window.addEventListener('online', phone.sync)
  window.addEventListener('offline', away)
  document.addEventListener('visibilitychange', wake)
  const stopHearing = hearTours(site, (tourId, version) => {
    const tour = phone.store.read()?.tour
    if (tour?.tourId === tourId && version > tour.version) phone.sync()
  })
  return () => {
    clearInterval(again)
    clearInterval(lease)
    window.removeEventListener('online', phone.sync)
    window.removeEventListener('offline', away)
    document.removeEventListener('visibilitychange', wake)
    stopHearing()
  }
}

/** The phone of a picker at a site. `record` is undefined until it was read. */
export function usePhone(userId: string, site: string) {
  const [phone] = useState(() => new Phone(userId))
  const [asked, setAsked] = useState<Asked>('no')
  const record = useSyncExternalStore(phone.store.watch, phone.store.read, () => undefined)
  const isReached = useSyncExternalStore(phone.watchReach, phone.isReached, () => true)
  useEffect(() => keepInTouch(phone, site), [phone, site])

  const act = async (done: PickerAct) => {
    const isSkipped = done.kind === 'short' && !phone.isReached()
    await phone.store.change((now) => {
      const next = withAct(now, done)
      return isSkipped ? withNotice(next, skippedNotice(done, now.tour)) : next
    })
    phone.sync()
  }
  const getNext = async () => {
    setAsked('asking')
    try {
      const tour = await nextTour(site)
      if (tour) await phone.store.change((now) => withTour(now, tour))
      setAsked(tour ? 'no' : 'no-work')
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      setAsked({ problem: error.message })
    }
  }
  const dismiss = (id: string) => void phone.store.change((now) => withoutNotice(now, id))
  return { record, isReached, asked, act, getNext, dismiss }
}
