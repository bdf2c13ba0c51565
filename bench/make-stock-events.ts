import { readProducts } from '@/prisma/seed/read-products'
import { drawBaskets } from '@/simulate/draw-baskets'
import { seededRandom } from '@/simulate/random'

export type SentEvent = {
  specversion: '1.0'
  id: string
  source: string
  type: string
  data: Record<string, unknown>
}
export type Day = {
  /** As they are sent: 5 % of them twice, 1 % not right, shuffled by up to 60 s. */
  sent: SentEvent[]
  distinct: SentEvent[]
  duplicates: number
  invalid: number
  /** Units by `bin sku`, folded by hand in the order things happened. */
  stock: Map<string, number>
}

const SITE = 'BENCH-1'
const SHUFFLE_SECONDS = 60
const EVENTS_A_SECOND = 10

/** The bins of the bench's own site, which opens empty. */
export const benchBins = Array.from({ length: 600 }, (_, n) => `B${String(n).padStart(3, '0')}`)

/**
 * A day of stock made of real baskets: what a basket sells was received, stowed, now and then moved, and picked or sold
 * from its bin. Ids, bins and times are decided by the seed.
 */
export function makeStockEvents(count: number, seed: number): Day {
  const random = seededRandom(seed)
  const skus = readProducts().map(({ sku }) => sku)
  const binOf = new Map(skus.map((sku) => [sku, benchBins[Math.floor(random() * benchBins.length)] ?? '']))
  const stock = new Map<string, number>()
  const begin = Date.parse('2026-11-20T06:00:00Z')
  const distinct: SentEvent[] = []
  const tell = (kind: string, data: Record<string, unknown>): void => {
    const at = new Date(begin + (distinct.length / EVENTS_A_SECOND) * 1_000).toISOString()
    distinct.push({
      specversion: '1.0',
      id: `${seed}-${distinct.length}`,
      source: '/bench',
      type: `stowline.inventory.${kind}.v1`,
      data: { site: SITE, ...data, observedAt: at },
    })
  }
  const change = (bin: string, sku: string, units: number) =>
    stock.set(`${bin} ${sku}`, (stock.get(`${bin} ${sku}`) ?? 0) + units)

  for (const { items } of drawBaskets(count, seed)) {
    for (const [sku, quantity] of items) {
      const bin = binOf.get(sku)
      if (bin === undefined || distinct.length >= count) continue
      if ((stock.get(`${bin} ${sku}`) ?? 0) < quantity) {
        const load = quantity * 6
        tell('received', { sku, quantity: load })
        tell('stowed', { sku, quantity: load, bin })
        change(bin, sku, load)
      }
      let from = bin
      if (random() < 0.1) {
        from = benchBins[Math.floor(random() * benchBins.length)] ?? bin
        if (from !== bin) tell('moved', { sku, quantity, bin, toBin: from })
        change(bin, sku, -quantity)
        change(from, sku, quantity)
      }
      tell(random() < 0.5 ? 'picked' : 'sold', { sku, quantity, bin: from })
      change(from, sku, -quantity)
    }
    if (distinct.length >= count) break
  }
  const invalid = Math.floor(count / 100)
  const wrong = Array.from({ length: invalid }, (_, n) => {
    const data = {
      site: SITE,
      sku: n % 2 ? 'NO-SUCH-SKU' : skus[0],
      quantity: n % 2 ? 1 : -1,
      observedAt: new Date(begin).toISOString(),
    }
    return {
      specversion: '1.0' as const,
      id: `wrong-${seed}-${n}`,
      source: '/bench',
      type: 'stowline.inventory.received.v1',
      data,
    }
  })
  const twice = distinct.filter(() => random() < 0.05)
  const sent = [...distinct, ...twice, ...wrong]
    .map((event) => ({
      event,
      at: Date.parse(String(event.data.observedAt)) + random() * SHUFFLE_SECONDS * 1_000,
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
  return { sent, distinct, duplicates: twice.length, invalid, stock }
}
