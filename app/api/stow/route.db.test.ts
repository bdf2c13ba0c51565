import { beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { addProducts, openHall } from '@/lib/testing/open-hall'
import { SHOP } from '@/lib/testing/open-shop'
import { stockByBin } from '@/lib/testing/tell-stock'
import * as history from '../bins/[code]/history/route'
import * as find from '../find/route'
import * as stock from '../stock/route'
import * as confirmations from './[stowId]/confirmations/route'
import * as release from './[stowId]/release/route'
import * as one from './[stowId]/route'
import * as stow from './route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Ask = { key?: string; params?: Record<string, string>; body?: unknown; headers?: Record<string, string> }

let keys: Record<string, string>

beforeEach(async () => {
  await emptyDatabase()
  await openHall()
  await openHall({ at: 'OTHER-1' })
  await addProducts({ SALT: {}, YOGURT: { climate: 'chilled' }, ANVIL: { weightGrams: 99_000 } })
  await pool.query(`UPDATE product SET name = 'Organic whole milk yogurt' WHERE sku = 'YOGURT'`)
  keys = {
    all: (await createApiKey({ name: 'all', scopes: ['all'], siteId: null })).key,
    here: (await createApiKey({ name: 'here', scopes: ['events'], siteId: SHOP })).key,
    other: (await createApiKey({ name: 'other', scopes: ['events', 'read'], siteId: 'OTHER-1' })).key,
    read: (await createApiKey({ name: 'read', scopes: ['read'], siteId: SHOP })).key,
  }
})

async function ask(
  handler: Handler,
  address: string,
  { key = 'here', params = {}, body, headers }: Ask = {},
) {
  const request = new Request(`http://house.test${address}`, {
    method: handler.name === 'GET' || body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${keys[key]}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const bodyOf = ({ text }: { text: string }) => JSON.parse(text)
const salt = { site: SHOP, sku: 'SALT', quantity: 4 }

it('chooses bins, and says the same to the same key again, byte for byte', async () => {
  const headers = { 'idempotency-key': 'dock-7' }
  const first = await ask(stow.POST, '/api/stow', { body: salt, headers })
  expect(first.status).toBe(201)
  expect(bodyOf(first)).toMatchObject({ sku: 'SALT', bins: [{ quantity: 4, state: 'open' }] })
  const again = await ask(stow.POST, '/api/stow', { body: salt, headers })
  expect([again.status, again.text]).toEqual([201, first.text])
  expect(await ask(stow.POST, '/api/stow', { body: { ...salt, quantity: 5 }, headers })).toMatchObject({
    status: 422,
  })
  expect(await db.stowOrder.count()).toBe(1)
})

it('says why there is no room', async () => {
  const heavy = await ask(stow.POST, '/api/stow', { body: { ...salt, sku: 'ANVIL' } })
  expect(heavy.status).toBe(409)
  expect(bodyOf(heavy)).toMatchObject({ reason: 'too-heavy', fits: 0 })
  const many = await ask(stow.POST, '/api/stow', { body: { ...salt, quantity: 81 } })
  expect(bodyOf(many)).toMatchObject({
    reason: 'full',
    fits: 80,
    detail: expect.stringContaining('Only 80 of 81'),
  })
})

it('keeps sites apart, and is closed to who may only read', async () => {
  const { stowId } = bodyOf(await ask(stow.POST, '/api/stow', { body: salt }))
  expect(await ask(stow.POST, '/api/stow', { body: salt, key: 'other' })).toMatchObject({ status: 404 })
  expect(await ask(stow.POST, '/api/stow', { body: salt, key: 'read' })).toMatchObject({ status: 403 })
  const params = { stowId }
  expect(await ask(one.GET, `/api/stow/${stowId}`, { params })).toMatchObject({ status: 200 })
  expect(await ask(one.GET, `/api/stow/${stowId}`, { params, key: 'other' })).toMatchObject({ status: 404 })
  expect(await ask(release.POST, '/', { params, key: 'other', body: {} })).toMatchObject({ status: 404 })
  expect(await ask(one.GET, '/api/stow/nothing', { params: { stowId: 'nothing' } })).toMatchObject({
    status: 404,
  })
  expect(await ask(stow.POST, '/api/stow', { body: { site: SHOP, quantity: 1 } })).toMatchObject({
    status: 400,
  })
})

it('tells the ledger the bin that was scanned, or says in floor words why it cannot', async () => {
  const planned = bodyOf(await ask(stow.POST, '/api/stow', { body: salt }))
  const [{ loadId, bin }] = planned.bins
  const params = { stowId: planned.stowId }
  const said = { operationId: 'p-1', loadId, bin: 'C01-1-A1', quantity: 4, at: new Date().toISOString() }
  const cold = await ask(confirmations.POST, '/', { params, body: said })
  expect(cold.status).toBe(409)
  expect(bodyOf(cold).detail).toBe('C01-1-A1 is chilled; this needs ambient. Take another bin.')
  const done = await ask(confirmations.POST, '/', { params, body: { ...said, bin } })
  expect(bodyOf(done)).toMatchObject({ bin, isPlanned: true, stow: { bins: [{ state: 'stowed' }] } })
  const again = await ask(confirmations.POST, '/', { params, body: { ...said, bin } })
  expect(again.text).toBe(done.text)
  expect(await stockByBin()).toMatchObject({ [`${bin} SALT`]: 4 })
  const moved = await ask(history.GET, `/api/bins/${bin}/history`, { key: 'read', params: { code: bin } })
  expect(bodyOf(moved).items).toMatchObject([
    { type: 'stowline.inventory.stowed.v1', sku: 'SALT', quantity: 4, bin },
  ])
  expect(await ask(release.POST, '/', { params, body: {} })).toMatchObject({ status: 200 })
})

it('finds bins and items by their beginning, by half a name and by a mistyped one', async () => {
  const found = async (query: string) =>
    bodyOf(await ask(find.GET, `/api/find?site=${SHOP}&query=${encodeURIComponent(query)}`, { key: 'read' }))
      .items
  expect((await found('a02')).map(({ bin }: { bin: string }) => bin)).toEqual(
    [1, 2, 3, 4].map((n) => `A02-${n}-A1`),
  )
  expect(await found('salt')).toMatchObject([{ kind: 'sku', sku: 'SALT', onHand: 0, bins: 0 }])
  expect(await found('whole mi')).toMatchObject([{ sku: 'YOGURT' }])
  expect(await found('yogrt')).toMatchObject([{ sku: 'YOGURT' }])
  expect(await found('100%')).toEqual([])
})

it('lists stock by a mistyped name', async () => {
  await pool.query(
    `INSERT INTO stock_line (site_id, sku, bin_id, on_hand) SELECT $1, 'YOGURT', id, 3 FROM bin
    WHERE site_id = $1 AND code = 'C01-1-A1'`,
    [SHOP],
  )
  const listed = async (query: string) =>
    bodyOf(await ask(stock.GET, `/api/stock?site=${SHOP}&query=${query}`, { key: 'read' })).items
  expect(await listed('yogrt')).toMatchObject([{ sku: 'YOGURT', onHand: 3 }])
  expect(await listed('zzzzzz')).toEqual([])
})
