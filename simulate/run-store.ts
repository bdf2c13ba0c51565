import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CallApi } from './call-api'

const BATCH = 'application/cloudevents-batch+json'
const binsSchema = z.object({ bins: z.array(z.object({ bin: z.string(), onHand: z.number() })) })
/** Of what the till sold, so much comes back in one delivery. */
const SALES_A_DELIVERY = 6

type Sold = { sku: string; quantity: number }

/**
 * The store beside the web shop: its till sells from the shelves, and what it sold is delivered and stowed again, so
 * that the demo's stock lives and lasts. Each call is one till receipt, and now and then a delivery.
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
      const bin = await emptiestBin(callApi, item.sku)
      events.push(event('received', item), ...(bin === undefined ? [] : [event('stowed', item, { bin })]))
    }
    await callApi('POST', '/api/events', events, undefined, BATCH).catch(() => undefined)
  }
}

async function emptiestBin(callApi: CallApi, sku: string): Promise<string | undefined> {
  const answer = await callApi('GET', `/api/stock?sku=${encodeURIComponent(sku)}`).catch(() => undefined)
  const read = binsSchema.safeParse(answer?.body)
  const shelves = (read.data?.bins ?? []).filter(({ bin }) => bin.includes('-'))
  return shelves.toSorted((a, b) => a.onHand - b.onHand)[0]?.bin
}
