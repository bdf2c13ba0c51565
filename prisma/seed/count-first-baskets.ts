import { countBaskets } from '@/lib/recommendations/count-baskets'
import { drawBaskets } from '@/simulate/draw-baskets'

const BASKETS = 5_000
const BATCH = 500
const SEED = 20_261_121
const DAY_MS = 86_400_000
const DAYS = 42

/** What the demo's store learned in the weeks before it came to Stowline. A second start counts nothing again. */
export async function countFirstBaskets(siteId: string, now: Date): Promise<void> {
  const baskets = drawBaskets(BASKETS, SEED).map(({ items }, n) => ({
    siteId,
    orderNumber: `${siteId}/before-${n}`,
    placedAt: new Date(now.getTime() - ((BASKETS - n) / BASKETS) * DAYS * DAY_MS),
    skus: items.map(([sku]) => sku),
  }))
  for (let at = 0; at < baskets.length; at += BATCH) await countBaskets(baskets.slice(at, at + BATCH))
}
