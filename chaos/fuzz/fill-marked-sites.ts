import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { OpenApiDocument } from '@/app/api/openapi.json/document-types'
import { orderOf } from '@/e2e/fixtures/machine'
import { type Door, doorsOf } from './fuzz-doors'
import { rightInputsOf } from './inputs-of-operation'
import type { knownWords } from './known-words'
import type { MarkedSite } from './open-marked-house'
import { jsonOf, type SendRaw } from './send-raw'

const RIGHT_INPUTS = 2
const NOT_TO_FILL = ['setFaults', 'applyLayout', 'replaceTopology']

type Filling = {
  document: OpenApiDocument
  send: SendRaw
  known: ReturnType<typeof knownWords>
  skus: string[]
  seed: number
}

/** Tells the house of each site in its own words, through every door that takes some, and learns what there is. */
export async function fillMarkedSites(sites: MarkedSite[], filling: Filling): Promise<void> {
  const doors = doorsOf(filling.document)
  const reading = doors.filter(({ method }) => method === 'GET')
  const telling = doors.filter(
    ({ method, operation }) =>
      (method === 'POST' || method === 'PUT') && !NOT_TO_FILL.includes(operation.operationId),
  )
  for (const site of sites) {
    await bringStockAndOrders(site, filling)
    for (const door of [...reading, ...telling, ...reading]) await tell(door, site, filling)
  }
}

async function bringStockAndOrders({ id, mark, key }: MarkedSite, { send, skus }: Filling): Promise<void> {
  const authorization = `Bearer ${key}`
  const about = { specversion: '1.0', type: 'stowline.inventory.received.v1' }
  const observedAt = new Date().toISOString()
  const events = skus.map((sku) => ({
    ...{ ...about, id: randomUUID(), source: `/${mark}` },
    data: { site: id, sku, quantity: 50, observedAt, lot: mark.slice(0, 20) },
  }))
  // One that cannot be taken: what was given up is told of too.
  const lost = {
    ...about,
    id: randomUUID(),
    source: `/${mark}`,
    data: { site: id, sku: mark, quantity: 1, observedAt },
  }
  const headers = { authorization, 'content-type': 'application/cloudevents-batch+json' }
  const took = await send('POST', { path: '/api/events', headers, body: JSON.stringify([...events, lost]) })
  if (took.status !== 202) throw new Error(`stock of ${id}: ${took.status} ${took.text}`)
  for (const sku of skus) {
    const order = orderOf(id, sku, 1, 'tok_ok', `${mark}@example.com`)
    const body = JSON.stringify({
      ...order,
      customer: { ...order.customer, name: `Ada ${mark}` },
      shipTo: { ...order.shipTo, line1: `1 ${mark} Street` },
    })
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const placed = await send('POST', { path: '/api/orders', headers, body })
    if (placed.status > 202) throw new Error(`an order of ${id}: ${placed.status} ${placed.text}`)
  }
}

async function tell({ method, path, operation }: Door, site: MarkedSite, filling: Filling): Promise<void> {
  const { send, known, skus, seed } = filling
  const text = fc.nat({ max: 99 }).map((n) => `${site.mark} ${n}`)
  const learnt = known.words(text, (word) =>
    (word.match(/mark[0-9a-f]{12}/g) ?? []).every((mark) => mark === site.mark),
  )
  const named = (name: string) => {
    if (name === 'site') return fc.constant(site.id)
    return name === 'sku' ? fc.constantFrom(...skus) : learnt.named(name)
  }
  const inputs = fc.sample(rightInputsOf(path, operation, { text, named }), { numRuns: RIGHT_INPUTS, seed })
  for (const input of inputs) {
    const search =
      method === 'GET' || operation.parameters.some(({ in: place }) => place === 'query')
        ? `?site=${site.id}`
        : ''
    const headers = { ...input.headers, authorization: `Bearer ${site.key}` }
    const answer = await send(method, { ...input, path: input.path + search, headers })
    if (answer.status < 300) known.learn(jsonOf(answer))
  }
}
