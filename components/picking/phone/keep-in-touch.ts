import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import { LiveConnection } from '@/components/live/live-connection'
import { keepSending } from '@/components/outbox/keep-sending'
import type { Outbox } from '@/components/outbox/outbox'
import { hearOfTour } from './hear-of-tour'
import { keepLease, readTour } from './tour-doors'

/** The answer to a lease also tells of changes that the socket did not. */
const LEASE_MS = 20_000

/** Sends what waits, keeps the tour's lease and hears of its changes for as long as the page is open; the answer ends it. */
export function keepInTouch(outbox: Outbox, site: string): () => void {
  const closeSending = keepSending(outbox, () => hearOfTour(outbox.store, readTour))
  const lease = setInterval(() => void beat(outbox), LEASE_MS)
  const closeSocket = hearTours(outbox, site)
  return () => {
    clearInterval(lease)
    closeSending()
    closeSocket()
  }
}

function hearTours({ store, sync }: Outbox, site: string): () => void {
  const connection = new LiveConnection({
    onChange: ({ event, id, version }) => {
      const tour = store.read()?.tour
      if (event === 'picking/tour.changed' && tour?.tourId === id && version > tour.version) sync()
    },
    // What was missed before is read now.
    onJoined: sync,
  })
  connection.join(site, 'picks')
  return connection.open()
}

async function beat(outbox: Outbox): Promise<void> {
  const tour = outbox.store.read()?.tour
  if (tour?.state !== 'walking') return
  try {
    const { version } = await keepLease(tour.tourId)
    if (version > tour.version || !outbox.readReach()) outbox.sync()
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error
    // Somebody else's by now: what waits is told first, then the tour is let go.
    if (isFinal(error.status)) outbox.sync()
    else outbox.tell(false)
  }
}
