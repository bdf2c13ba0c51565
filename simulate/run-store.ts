import { randomUUID } from 'node:crypto'
import type { Client } from './client/open-client'

const BATCH = 'application/cloudevents-batch+json'
/** Of what the till sold, so much comes back in one delivery. */
const SALES_A_DELIVERY = 6

type Sold = { sku: string; quantity: number }

/**
 * The store beside the web shop: its till sells from the shelves, and what it sold, or pickers took, is delivered and stowed
 * where the house says, so that the demo's stock lives and lasts. A house that does not answer misses it.
 */
export function runStore(client: Client, site: string, run: string) {
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
    client.POST('/api/events', { body: events, headers: { 'content-type': BATCH } }).catch(() => undefined)
  const deliver = async (items: Sold[]): Promise<void> => {
    gone.push(...items)
    const events: object[] = []
    for (const item of gone.length >= SALES_A_DELIVERY ? gone.splice(0) : []) {
      const bins = await binsFor(client, site, item)
      events.push(eventOf('received', item))
      events.push(...bins.map(({ bin, quantity }) => eventOf('stowed', { ...item, quantity }, { bin })))
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

/** Where the house wants it; nowhere when it has no room or doesn't answer, and then it stays at the dock. */
async function binsFor(client: Client, site: string, { sku, quantity }: Sold) {
  const answer = await client.POST('/api/stow', { body: { site, sku, quantity } }).catch(() => undefined)
  return answer?.data?.bins ?? []
}
