import { beforeEach, expect, it } from 'vitest'
import { createApiKey } from '@/lib/sites/create-api-key'
import type { Scope } from '@/lib/sites/schema'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import * as approve from '../counts/[id]/approve/route'
import * as finish from '../counts/[id]/finish/route'
import * as lines from '../counts/[id]/lines/route'
import * as count from '../counts/[id]/route'
import * as counts from '../counts/route'
import * as event from './events/[address]/route'
import * as history from './history/route'
import * as oneImport from './imports/[id]/route'
import * as imports from './imports/route'
import * as ledger from './ledger/route'
import * as stock from './route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const BIN = 'A01-1-A1'

let keys: Record<'all' | 'events' | 'read' | 'elsewhere', string>

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0] })
  const keyOf = async (scopes: Scope[], siteId: string | null) =>
    (await createApiKey({ name: 'test', scopes, siteId })).key
  keys = {
    all: await keyOf(['all'], null),
    events: await keyOf(['events'], SHOP),
    read: await keyOf(['read'], null),
    elsewhere: await keyOf(['all'], SHOP),
  }
})

type Ask = { key?: keyof typeof keys; params?: Record<string, string>; body?: unknown; type?: string }

async function ask(handler: Handler, address: string, { key = 'all', params = {}, body, type }: Ask = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const request = new Request(`http://house.test${address}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${keys[key]}`, 'content-type': type ?? 'application/json' },
    ...(body === undefined ? {} : { body: text }),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const listed = (query: string) => ask(stock.GET, `/api/stock?site=${SHOP}&${query}`, { key: 'read' })

it('lists stock with its counts, and refuses a filter that is none', async () => {
  const { status, body } = await listed('state=out&sort=available&direction=asc')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    items: [{ sku: 'MILK', version: 1 }],
    counts: { all: 1, out: 1, low: 0, short: 0 },
  })
  expect((await listed('state=gone')).status).toBe(400)
  expect((await listed('cursor=nonsense')).status).toBe(200)
})

it('has a bin counted from opening to the ledger', async () => {
  const opened = await ask(counts.POST, '/api/counts', { key: 'events', body: { site: SHOP, bin: BIN } })
  expect(opened.status).toBe(201)
  const params = { id: opened.body.id as string }
  const again = await ask(counts.POST, '/api/counts', { body: { site: SHOP, bin: BIN } })
  expect(again).toMatchObject({ status: 200, body: { id: params.id } })
  const line = { operationId: '1', bin: BIN, sku: 'MILK', quantity: 3, at: new Date().toISOString() }
  const wrong = await ask(lines.POST, '/', {
    params,
    body: [line, { ...line, operationId: '2', sku: 'CAVIAR' }],
  })
  expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/1/sku' }] } })
  expect((await ask(lines.POST, '/', { params, body: [line] })).body.items).toMatchObject([
    { expected: null },
  ])
  expect((await ask(approve.POST, '/', { params, body: {} })).status).toBe(409)
  const finished = await ask(finish.POST, '/', { params, body: {} })
  expect(finished).toMatchObject({ status: 200, body: { state: 'approved', differenceUnits: 3 } })
  expect((await ask(finish.POST, '/', { params, body: {} })).status).toBe(409)
  expect((await listed('')).body.items).toMatchObject([{ onHand: 3 }])

  const entries = (await ask(ledger.GET, '/api/stock/ledger?sku=MILK')).body.items
  expect(entries).toMatchObject([
    { bin: BIN, quantity: 3, counted: 3, balanceAfter: 3, source: 'stowline/counts' },
  ])
  const told = await ask(event.GET, '/', { params: { address: entries[0].eventAddress } })
  const followed = { id: `${params.id}/1`, entries: [{ quantity: 3 }], deliveries: [] }
  expect(told).toMatchObject({ status: 200, body: followed })
  const { points } = (await ask(history.GET, `/api/stock/history?sku=MILK&site=${SHOP}&hours=1`)).body
  expect(points.at(-1)).toMatchObject({ onHand: 3 })
})

it('shows nothing of another site and opens nothing without the scope', async () => {
  const body = { site: SHOP, bin: BIN }
  expect((await ask(counts.POST, '/api/counts', { key: 'read', body })).status).toBe(403)
  const { id } = (await ask(counts.POST, '/api/counts', { body })).body
  expect((await ask(count.GET, '/', { params: { id } })).status).toBe(200)
  for (const wrong of ['', 'x', '00000000-0000-7000-8000-000000000000'])
    expect((await ask(count.GET, '/', { params: { id: wrong } })).status).toBe(404)
  expect(
    (await ask(counts.POST, '/api/counts', { key: 'elsewhere', body: { ...body, site: 'S-9' } })).status,
  ).toBe(404)
  expect((await ask(event.GET, '/', { params: { address: '!' } })).status).toBe(404)
  expect((await ask(ledger.GET, '/api/stock/ledger?limit=5')).status).toBe(400)
})

it('takes a CSV file, and no other', async () => {
  const address = `/api/stock/imports?site=${SHOP}`
  const send = (body: string, type = 'text/csv; charset=utf-8') => ask(imports.POST, address, { body, type })
  const taken = await send(`type;sku;quantity;bin\r\nreceived;MILK;2;${BIN}\r\n`)
  expect(taken.status).toBe(202)
  expect(taken.headers.get('location')).toBe(`/api/stock/imports/${taken.body.id}`)
  const shown = await ask(oneImport.GET, '/', { params: { id: taken.body.id } })
  expect(shown.body).toMatchObject({ id: taken.body.id, state: 'running', totalRows: 2 })
  expect((await ask(imports.GET, address)).body.items).toHaveLength(1)
  expect(await send('colour\n')).toMatchObject({ status: 400, body: { title: 'The file cannot be read' } })
  expect((await send('{}', 'application/json')).status).toBe(415)
  expect((await send('x'.repeat(8_388_609))).status).toBe(413)
})
