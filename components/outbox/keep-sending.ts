import { paced } from '@/components/live/paced'
import { doors } from './doors'
import type { Outbox } from './outbox'
import { sendOutbox } from './send-outbox'

/** While something waits it is sent again this often. */
const AGAIN_MS = 4_000
const LEAST_GAP_MS = 150

/**
 * Sends what waits, as long as the page is open; the answer ends it.
 * @param after what else is asked each time, once all is sent; answers whether the server was reached
 */
export function keepSending(outbox: Outbox, after: () => Promise<boolean> = async () => true): () => void {
  const { store } = outbox
  const send = async () => {
    try {
      outbox.tell((await sendOutbox(store, doors)) && (await after()) && navigator.onLine)
    } catch (error) {
      // An answer that is not as agreed: what waits goes on waiting, in sight.
      console.error(error)
      outbox.tell(false)
    }
  }
  const sync = paced(send, LEAST_GAP_MS, Date.now)
  outbox.sync = sync
  sync()
  const again = setInterval(() => {
    if ((store.read()?.acts.length ?? 0) > 0 || !outbox.readReach()) sync()
  }, AGAIN_MS)
  const look = () => {
    if (!navigator.onLine) outbox.tell(false)
    else if (document.visibilityState === 'visible') sync()
  }
  const events = new AbortController()
  const { signal } = events
  window.addEventListener('online', look, { signal })
  window.addEventListener('offline', look, { signal })
  document.addEventListener('visibilitychange', look, { signal })
  return () => {
    clearInterval(again)
    events.abort()
  }
}
