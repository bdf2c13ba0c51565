import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CallApi } from './call-api'

const BATCH = 'application/cloudevents-batch+json'
const binsSchema = z.object({ bins: z.array(z.object({ bin: z.string(), quantity: z.number() })) })
type Chosen = z.infer<typeof binsSchema>['bins'][number]
/** Of what the till sold, so much comes back in one delivery. */
const SALES_A_DELIVERY = 6

type Sold = { sku: string; quantity: number }

/**
 * The store beside the web shop: its till sells from the shelves, and what it sold is delivered and stowed where the
 * house says, so that the demo's stock lives and lasts. Each call is one till receipt, and now and then a delivery.
 * @returns tells what was bought at the till; a house that does not answer misses it
 */
export function runStore(callApi: CallApi, site: string, run: string): (items: Sold[]) => Promise<void> {
  const sold: Sold[] = []
  return async (items) => {
    const at = new Date().toISOString()
    const event = (kind: string, { sku, quantity }: Sold, more: object = {}) => ({
      specversion: '1.0',
      id: randomUUID(),
      source: `/simulate/${run}/store`,
      type: `stowline.inventory.${kind}.v1`,
      subject: sku,
      data: { site, sku, quantity, observedAt: at, ...more },
    })
    const events = items.map((item) => event('sold', item))
    sold.push(...items)
    for (const item of sold.length >= SALES_A_DELIVERY ? sold.splice(0) : []) {
      const bins = await binsFor(callApi, site, item)
      events.push(event('received', item))
      events.push(...bins.map(({ bin, quantity }) => event('stowed', { ...item, quantity }, { bin })))
    }
    await callApi('POST', '/api/events', events, undefined, BATCH).catch(() => undefined)
  }
}

/** Where the house wants it; nowhere when it has no room or doesn't answer, and then it stays at the dock. */
async function binsFor(callApi: CallApi, site: string, { sku, quantity }: Sold): Promise<Chosen[]> {
  const answer = await callApi('POST', '/api/stow', { site, sku, quantity }).catch(() => undefined)
  return binsSchema.safeParse(answer?.body).data?.bins ?? []
}
