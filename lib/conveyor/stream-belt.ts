import type { Answered } from './rules/sorter-state'
import type { BeltMessage } from './schema'

/** Ten messages a second are what a screen can follow. */
const PAUSE_MS = 100
/** Of a flood, screens see a part: the figures beside it are whole. */
const MOST_A_MESSAGE = 200

type Gathered = Pick<BeltMessage, 'decisions' | 'confirmations'>

/**
 * Gathers what a site's belts answered and tells screens ten times a second at most; while nothing moves, once a second.
 * @param describe how its sorters and lanes stand at that moment
 * @param hasListeners nobody looking costs nothing
 */
export function streamBelt(outlet: {
  describe: (site: string) => Pick<BeltMessage, 'lanes' | 'sorters' | 'unrecorded'>
  hasListeners: (site: string) => boolean
  emit: (message: BeltMessage) => void
}) {
  const gathered = new Map<string, Gathered>()
  const timers = new Map<string, NodeJS.Timeout>()

  function of(site: string): Gathered {
    const known = gathered.get(site)
    if (known) return known
    const fresh: Gathered = { decisions: [], confirmations: [] }
    gathered.set(site, fresh)
    return fresh
  }

  function touch(site: string): boolean {
    if (!outlet.hasListeners(site)) return false
    if (!timers.has(site))
      timers.set(
        site,
        setTimeout(() => tell(site), PAUSE_MS),
      )
    return true
  }

  function tell(site: string): void {
    timers.delete(site)
    const { decisions, confirmations } = of(site)
    gathered.delete(site)
    outlet.emit({ site, at: new Date().toISOString(), decisions, confirmations, ...outlet.describe(site) })
  }

  return {
    touch,
    decided(answered: Answered): void {
      const { decisionId, site, sorter, scanner, barcode, orderNumber, action, lane, because } = answered
      if (!touch(site) || of(site).decisions.length >= MOST_A_MESSAGE) return
      const at = new Date(answered.scannedAtMs).toISOString()
      of(site).decisions.push({
        ...{ decisionId, sorter, scanner, barcode, orderNumber, action, lane, because, at },
      })
    },
    confirmed({ decisionId, site, outcome, actualLane }: Answered, misSort: boolean): void {
      if (outcome === null || !touch(site) || of(site).confirmations.length >= MOST_A_MESSAGE) return
      of(site).confirmations.push({ decisionId, outcome, actualLane, misSort })
    },
    close(): void {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
