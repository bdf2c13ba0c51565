import { announce } from '@/lib/platform/realtime'
import { stockChanged } from './events'

/** Ten messages a second are what a screen can follow. */
const PAUSE_MS = 100
const MOST_NAMED = 50
const ANY_SKU = '*'

type Gathering = { skus: Set<string>; version: number; sentAt: number; timer: NodeJS.Timeout | undefined }
const gatherings = new Map<string, Gathering>()

/**
 * Tells a site's screens whose stock changed, after the commit: at once when all was quiet, else gathered for 100 ms. More
 * than 50 SKUs in a gathering are one message with the id `*`: everything may have changed.
 */
export function announceStock(
  site: string,
  { skus }: { skus: Iterable<string>; bins: Iterable<number> },
  version: number,
): void {
  const gathering = gatherings.get(site) ?? { skus: new Set(), version: 0, sentAt: 0, timer: undefined }
  gatherings.set(site, gathering)
  for (const sku of skus) gathering.skus.add(sku)
  gathering.version = Math.max(gathering.version, version)
  const wait = Math.max(0, gathering.sentAt + PAUSE_MS - Date.now())
  gathering.timer ??= setTimeout(() => send(site, gathering), wait)
}

function send(site: string, gathering: Gathering): void {
  const ids = gathering.skus.size > MOST_NAMED ? [ANY_SKU] : [...gathering.skus]
  for (const id of ids)
    announce({ site, topic: 'floor', event: stockChanged, id, version: gathering.version })
  gathering.skus.clear()
  gathering.timer = undefined
  gathering.sentAt = Date.now()
}
