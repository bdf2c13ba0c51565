import { type BinsMessage, binsMessageSchema } from '@/lib/floor/map-schema'
import type { LiveTouch } from '@/lib/platform/live-change'
import { logger } from '@/lib/platform/logger'
import { readChangedBins } from './read-bin-levels'

/** Ten messages a second are what a screen can follow. */
const PAUSE_MS = 100
const FAILED_PAUSE_MS = 1_000
/** The rest of an import waits its turn, so that no message is a megabyte. */
const MOST_BINS = 1_000

type Outlet = {
  /** Whether anybody looks at the site's floor. */
  hasListeners: (site: string) => boolean
  emit: (message: BinsMessage) => void
}
export type BinStream = { touch: (touch: Pick<LiveTouch, 'site' | 'touched'>) => void; close: () => void }

/**
 * Gathers bins whose stock changed and tells who looks at the floor what lies in them now: one query and one message for
 * all of 100 ms, one at a time. Nobody looking costs nothing: who begins to look reads all levels first. What could not be
 * read stays gathered and is tried again.
 */
export function streamBins({ hasListeners, emit }: Outlet): BinStream {
  const gathered = new Map<string, Set<number>>()
  const timers = new Map<string, NodeJS.Timeout>()
  let isClosed = false

  function touch({ site, touched }: Pick<LiveTouch, 'site' | 'touched'>): void {
    if (isClosed || !hasListeners(site)) return
    const bins = gathered.get(site) ?? new Set()
    gathered.set(site, bins)
    for (const id of touched) bins.add(id)
    if (!timers.has(site))
      timers.set(
        site,
        setTimeout(() => void tell(site, bins), 0),
      )
  }

  async function tell(site: string, bins: Set<number>): Promise<void> {
    const ids = [...bins].slice(0, MOST_BINS)
    for (const id of ids) bins.delete(id)
    let pauseMs = PAUSE_MS
    try {
      const { version, changes } = await readChangedBins(site, ids)
      if (changes.length > 0) emit(binsMessageSchema.parse({ site, version, changes }))
    } catch (error) {
      logger.warn({ error, site }, 'changed bins could not be read')
      pauseMs = FAILED_PAUSE_MS
      for (const id of ids) bins.add(id)
    }
    if (!hasListeners(site)) bins.clear()
    // The pause is kept also when nothing waits, or a burst would be a message for each of its commits.
    if (isClosed) return
    timers.set(
      site,
      setTimeout(() => (bins.size > 0 ? void tell(site, bins) : timers.delete(site)), pauseMs),
    )
  }

  return {
    touch,
    close: () => {
      isClosed = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
