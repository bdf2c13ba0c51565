import { announce, announceTouched } from '@/lib/platform/realtime'
import { stockChanged } from './events'

/** Ten messages a second are what a screen can follow. */
const PAUSE_MS = 100
const MOST_NAMED = 50
const ANY_SKU = '*'

type Gathering = {
  skus: Set<string>
  bins: Set<number>
  version: number
  sentAt: number
  timer: NodeJS.Timeout | undefined
}
const gatherings = new Map<string, Gathering>()
const nothing = (): Gathering => ({
  skus: new Set(),
  bins: new Set(),
  version: 0,
  sentAt: 0,
  timer: undefined,
})

/**
 * Tells a site's screens whose stock changed, after the commit: at once when all was quiet, else gathered for 100 ms. More
 * than 50 SKUs in a gathering are one message with the id `*`: everything may have changed. The bins go to the stream of
 * the floor, which carries what lies in them.
 */
export function announceStock(
  site: string,
  { skus, bins }: { skus: Iterable<string>; bins: Iterable<number> },
  version: number,
): void {
  const gathering = gatherings.get(site) ?? nothing()
  gatherings.set(site, gathering)
  for (const sku of skus) gathering.skus.add(sku)
  for (const bin of bins) gathering.bins.add(bin)
  gathering.version = Math.max(gathering.version, version)
  const wait = Math.max(0, gathering.sentAt + PAUSE_MS - Date.now())
  gathering.timer ??= setTimeout(() => send(site, gathering), wait)
}

function send(site: string, gathering: Gathering): void {
  const ids = gathering.skus.size > MOST_NAMED ? [ANY_SKU] : [...gathering.skus]
  for (const id of ids)
    announce({ site, topic: 'floor', event: stockChanged, id, version: gathering.version })
  if (gathering.bins.size > 0) announceTouched({ site, topic: 'floor', touched: [...gathering.bins] })
  gathering.skus.clear()
  gathering.bins.clear()
  gathering.timer = undefined
  gathering.sentAt = Date.now()
}
