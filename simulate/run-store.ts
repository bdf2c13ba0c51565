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
 * The store beside the web shop: its till sells from the shelves, and what it sold, or pickers took, is delivered and stowed
 * where the house says, so that the demo's stock lives and lasts. A house that does not answer misses it.
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
      const bins = await binsFor(callApi, site, item)
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
async function binsFor(callApi: CallApi, site: string, { sku, quantity }: Sold): Promise<Chosen[]> {
  const answer = await callApi('POST', '/api/stow', { site, sku, quantity }).catch(() => undefined)
  return binsSchema.safeParse(answer?.body).data?.bins ?? []
}
