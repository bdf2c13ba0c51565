import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CallApi } from './call-api'

const BATCH = 'application/cloudevents-batch+json'
const binsSchema = z.object({ bins: z.array(z.object({ bin: z.string(), onHand: z.number() })) })
/** Of what the till sold, so much comes back in one delivery. */
const SALES_A_DELIVERY = 6

type Sold = { sku: string; quantity: number }

/**
 * The store beside the web shop: its till sells from the shelves, and what it sold, or pickers took, is delivered and stowed
 * again, so that the demo's stock lives and lasts. A house that does not answer misses it.
 */
export function runStore(callApi: CallApi, site: string, run: string) {
  const gone: Sold[] = []
  const eventOf = (kind: string, { sku, quantity }: Sold, more: object = {}) => ({
    specversion: '1.0',
    id: randomUUID(),
    source: `/simulate/${run}/store`,
    type: `stowline.inventory.${kind}.v1`,
    subject: sku,
    data: { site, sku, quantity, observedAt: new Date().toISOString(), ...more },
  })
  const send = (events: object[]) =>
    callApi('POST', '/api/events', events, undefined, BATCH).catch(() => undefined)
  const deliver = async (items: Sold[]): Promise<void> => {
    gone.push(...items)
    const events: object[] = []
    for (const item of gone.length >= SALES_A_DELIVERY ? gone.splice(0) : []) {
      const bin = await emptiestBin(callApi, item.sku)
      events.push(eventOf('received', item), ...(bin === undefined ? [] : [eventOf('stowed', item, { bin })]))
    }
    if (events.length > 0) await send(events)
  }
  return {
    /** One till receipt. */
    sell: async (items: Sold[]): Promise<void> => {
      await send(items.map((item) => eventOf('sold', item)))
      await deliver(items)
    },
    /** What is gone from the shelves comes back, a delivery at a time. */
    deliver,
  }
}

async function emptiestBin(callApi: CallApi, sku: string): Promise<string | undefined> {
  const answer = await callApi('GET', `/api/stock?sku=${encodeURIComponent(sku)}`).catch(() => undefined)
  const read = binsSchema.safeParse(answer?.body)
  const shelves = (read.data?.bins ?? []).filter(({ bin }) => bin.includes('-'))
  return shelves.toSorted((a, b) => a.onHand - b.onHand)[0]?.bin
}
