import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import { LiveConnection } from '@/components/live/live-connection'
import { paced } from '@/components/live/paced'
import type { Phone } from './phone'
import { withTour } from './phone-record'
import { syncPhone } from './sync-phone'
import { keepLease, nextTour, tourDoors } from './tour-doors'

/** While something waits it is sent again this often. */
const AGAIN_MS = 4_000
/** The answer to a lease also tells of changes that the socket did not. */
const LEASE_MS = 20_000
const LEAST_GAP_MS = 150

/** Sends what waits, keeps the lease and hears of changes for as long as the page is open; the answer ends it. */
export function keepInTouch(phone: Phone, site: string): () => void {
  const sync = paced(() => syncOnce(phone), LEAST_GAP_MS, Date.now)
  phone.sync = sync
  phone.getNext = () => void getNext(phone, site)
  sync()
  const again = setInterval(() => {
    if ((phone.store.read()?.acts.length ?? 0) > 0 || !phone.readReach().isReached) sync()
  }, AGAIN_MS)
  const lease = setInterval(() => void beat(phone), LEASE_MS)
  const look = () => {
    if (!navigator.onLine) phone.tell({ isReached: false })
    else if (document.visibilityState === 'visible') sync()
  }
  const events = new AbortController()
  const { signal } = events
  window.addEventListener('online', look, { signal })
  window.addEventListener('offline', look, { signal })
  document.addEventListener('visibilitychange', look, { signal })
  const closeSocket = hearTours(phone, site)
  return () => {
    clearInterval(again)
    clearInterval(lease)
    events.abort()
    closeSocket()
  }
}

function hearTours(phone: Phone, site: string): () => void {
  const connection = new LiveConnection({
    onChange: ({ event, id, version }) => {
      const tour = phone.store.read()?.tour
      if (event === 'picking/tour.changed' && tour?.tourId === id && version > tour.version) phone.sync()
    },
    // What was missed before is read now.
    onJoined: () => phone.sync(),
  })
  connection.join(site, 'picks')
  return connection.open()
}

async function syncOnce(phone: Phone): Promise<void> {
  try {
    phone.tell({ isReached: (await syncPhone(phone.store, tourDoors)) && navigator.onLine })
  } catch (error) {
    // An answer that is not as agreed: what waits goes on waiting, in sight.
    console.error(error)
    phone.tell({ isReached: false })
  }
}

async function beat(phone: Phone): Promise<void> {
  const tour = phone.store.read()?.tour
  if (tour?.state !== 'walking') return
  try {
    const { version } = await keepLease(tour.tourId)
    if (version > tour.version || !phone.readReach().isReached) phone.sync()
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error
    // Somebody else's by now: what waits is told first, then the tour is let go.
    if (isFinal(error.status)) phone.sync()
    else phone.tell({ isReached: false })
  }
}

async function getNext(phone: Phone, site: string): Promise<void> {
  phone.tell({ asked: 'asking' })
  try {
    const tour = await nextTour(site)
    if (tour) await phone.store.change((now) => withTour(now, tour))
    phone.tell({ asked: tour ? 'no' : 'no-work' })
  } catch (error) {
    phone.tell({ asked: { problem: error instanceof FetchProblem ? error.message : 'Reload this page.' } })
    if (!(error instanceof FetchProblem)) throw error
  }
}
