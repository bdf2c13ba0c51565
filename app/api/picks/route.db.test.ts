import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Tour } from '@/lib/picking/schema'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import * as expedite from '../pick-lists/[id]/expedite/route'
import * as lists from '../pick-lists/route'
import * as reassign from '../tours/[tourId]/reassign/route'
import * as tours from '../tours/route'
import * as confirmations from './[tourId]/confirmations/route'
import * as giveBack from './[tourId]/give-back/route'
import * as lease from './[tourId]/lease/route'
import * as one from './[tourId]/route'
import * as shorts from './[tourId]/shorts/route'
import * as live from './live/route'
import * as next from './next/route'
import * as numbers from './numbers/route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let keys: Record<'all' | 'read' | 'events', string>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([
    { sku: 'MILK', bin: 'A01-01-A1', quantity: 9 },
    { sku: 'TEA', bin: 'A02-01-A1', quantity: 9 },
  ])
  const keyOf = async (scope: 'all' | 'read' | 'events') =>
    (await createApiKey({ name: 'test', scopes: [scope], siteId: SHOP })).key
  keys = { all: await keyOf('all'), read: await keyOf('read'), events: await keyOf('events') }
})

type Ask = { key?: keyof typeof keys; params?: Record<string, string>; query?: string; body?: unknown }

async function ask(
  handler: Handler,
  method: string,
  { key = 'all', params = {}, query = '', body }: Ask = {},
) {
  const request = new Request(`http://house.test/${query}`, {
    method,
    headers: { authorization: `Bearer ${keys[key]}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

const NEXT = `?site=${SHOP}`

it('walks a tour from door to door: next, lease, confirmations, shorts, numbers', async () => {
  expect(await ask(next.GET, 'GET', { query: NEXT })).toEqual({ status: 204, body: null })
  const orderNumber = await orderToPick({ MILK: 2, TEA: 2 })
  const given = await ask(next.GET, 'GET', { query: `${NEXT}&picker=robot-1`, key: 'events' })
  expect(given.status).toBe(200)
  const tour: Tour = given.body
  expect(tour.picker.name).toBe('robot-1')
  expect(await ask(next.GET, 'GET', { query: `${NEXT}&picker=robot-2` })).toMatchObject({ status: 204 })
  const params = { tourId: tour.tourId }
  expect(await ask(one.GET, 'GET', { params, key: 'read' })).toEqual({ status: 200, body: tour })
  expect(await ask(lease.POST, 'POST', { params, key: 'events' })).toMatchObject({
    status: 200,
    body: { version: 1 },
  })
  expect(await ask(lease.POST, 'POST', { params, key: 'all' })).toMatchObject({ status: 409 })
  const [milk, tea] = ['MILK', 'TEA'].map((sku) => tour.stops.find((stop) => stop.sku === sku))
  const body = [
    { operationId: 'a', seq: milk?.seq, bin: milk?.bin, sku: 'MILK', quantity: 2, at: tour.startedAt },
  ]
  const confirmed = await ask(confirmations.POST, 'POST', { params, body, key: 'events' })
  expect(confirmed).toMatchObject({ status: 200, body: { version: 2, results: [{ outcome: 'recorded' }] } })
  expect(await ask(confirmations.POST, 'POST', { params, body, key: 'events' })).toEqual(confirmed)
  expect(await ask(live.GET, 'GET', { query: NEXT, key: 'read' })).toMatchObject({
    body: { items: [{ picker: 'robot-1', done: 1, total: 2, next: tea?.bin }] },
  })
  const short = { operationId: 'b', seq: tea?.seq, found: 1, reason: 'empty' }
  expect(
    await ask(shorts.POST, 'POST', { params, body: { ...short, found: 2 }, key: 'events' }),
  ).toMatchObject({ status: 409 })
  expect(await ask(shorts.POST, 'POST', { params, body: short, key: 'events' })).toMatchObject({
    status: 200,
    body: { replacedBy: null, releasedFrom: orderNumber, countTask: expect.any(String) },
  })
  const all = await ask(numbers.GET, 'GET', { query: NEXT })
  expect(all.body).toMatchObject({
    lines: 2,
    units: 3,
    shorts: 1,
    byPicker: [{ picker: { name: 'robot-1' } }],
  })
  const part = await ask(numbers.GET, 'GET', { query: NEXT, key: 'read' })
  expect(part.body).not.toHaveProperty('byPicker')
  expect(await ask(tours.GET, 'GET', { query: '?state=done', key: 'read' })).toMatchObject({
    body: { items: [{ tourId: tour.tourId, state: 'done' }] },
  })
})

it('gives back, takes back and expedites', async () => {
  await orderToPick({ MILK: 1 })
  const [list] = (await ask(lists.GET, 'GET', { query: NEXT })).body.items
  const params = { id: list.pickListId }
  expect((await ask(expedite.POST, 'POST', { params })).status).toBe(204)
  expect((await ask(expedite.POST, 'POST', { params, key: 'events' })).status).toBe(403)
  expect((await ask(expedite.POST, 'POST', { params: { id: 'none' } })).status).toBe(404)
  expect((await ask(lists.GET, 'GET', { query: NEXT })).body.items).toMatchObject([{ priority: 1 }])
  const first: Tour = (await ask(next.GET, 'GET', { query: NEXT })).body
  expect(await ask(giveBack.POST, 'POST', { params: { tourId: first.tourId } })).toMatchObject({
    ...{ status: 200, body: { state: 'given-back', version: 2 } },
  })
  const second: Tour = (await ask(next.GET, 'GET', { query: NEXT })).body
  const at = { tourId: second.tourId }
  expect((await ask(reassign.POST, 'POST', { params: at, body: { picker: 'nobody' } })).status).toBe(404)
  expect(await ask(reassign.POST, 'POST', { params: at, body: { picker: null } })).toMatchObject({
    ...{ status: 200, body: { state: 'given-back' } },
  })
  expect((await ask(one.GET, 'GET', { params: { tourId: 'none' } })).status).toBe(404)
  expect((await ask(next.GET, 'GET', { query: '?site=ELSEWHERE-9' })).status).toBe(404)
})
