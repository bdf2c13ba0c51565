import { beforeEach, expect, it } from 'vitest'
import type { Layout } from '@/lib/floor/schema'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import type { Scope } from '@/lib/sites/schema'
import { emptyDatabase } from '@/lib/testing/database'
import { layOutShop } from '@/lib/testing/lay-out-shop'
import { SHOP } from '@/lib/testing/open-shop'
import * as binState from '../bins/[code]/state/route'
import * as aisle from './[site]/aisles/[code]/route'
import * as block from './[site]/blocks/[id]/route'
import * as blocks from './[site]/blocks/route'
import * as preview from './[site]/layout/preview/route'
import * as layout from './[site]/layout/route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

let keys: Record<'all' | 'read' | 'elsewhere' | 'nowhere', string>
let hall: Layout

beforeEach(async () => {
  await emptyDatabase()
  hall = await layOutShop()
  const other = { id: 'ELSEWHERE-9', name: 'Other', timeZone: 'UTC', currency: 'EUR', locale: 'en-GB' }
  await db.site.create({ data: other })
  const keyOf = async (scopes: Scope[], siteId: string | null) =>
    (await createApiKey({ name: 'test', scopes, siteId })).key
  keys = {
    all: await keyOf(['all'], SHOP),
    read: await keyOf(['read', 'events'], null),
    elsewhere: await keyOf(['all'], other.id),
    nowhere: await keyOf(['all'], null),
  }
})

type Ask = {
  key?: keyof typeof keys
  params?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}

async function ask(handler: Handler, method: string, { key = 'all', params, body, headers }: Ask = {}) {
  const request = new Request('http://house.test/', {
    method,
    headers: { authorization: `Bearer ${keys[key]}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const response = await handler(request, { params: Promise.resolve({ site: SHOP, ...params }) })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

const audited = async () =>
  (await db.auditEntry.findMany()).map(({ action, outcome }) => `${action} ${outcome}`)

it('gives the layout back as a file, shows what another would change, and applies it once', async () => {
  const given = await ask(layout.GET, 'GET')
  expect(given).toMatchObject({ status: 200, body: { format: 'stowline-layout/1' } })
  expect(given.headers.get('etag')).toBe('"1"')
  const next = { ...given.body, bins: given.body.bins.slice(1) }
  expect(await ask(preview.POST, 'POST', { body: next })).toMatchObject({
    status: 200,
    body: { isChange: true, changes: { bins: { removed: 1 } } },
  })
  const match = { 'if-match': '"1"' }
  const applied = { status: 200, body: { version: 2, isChanged: true, bins: { removed: 1, same: 95 } } }
  expect(await ask(layout.PUT, 'PUT', { body: next, headers: match })).toMatchObject(applied)
  expect((await ask(layout.PUT, 'PUT', { body: next, headers: match })).status).toBe(412)
  expect((await ask(layout.PUT, 'PUT', { body: next })).body).toMatchObject({ version: 2, isChanged: false })
  expect(await audited()).toEqual(['applyLayout allowed'])
})

it('gives and takes CSV, says by line what is wrong, and takes nothing else', async () => {
  const request = new Request('http://house.test/?format=csv', {
    headers: { authorization: `Bearer ${keys.all}` },
  })
  const text = await (await layout.GET(request, { params: Promise.resolve({ site: SHOP }) })).text()
  const headers = { 'content-type': 'text/csv; charset=utf-8' }
  expect((await ask(layout.PUT, 'PUT', { body: text, headers })).body).toMatchObject({ isChanged: false })
  const twice = text + text.split('\r\n')[1]
  expect(await ask(layout.PUT, 'PUT', { body: twice, headers })).toMatchObject({
    status: 400,
    body: { errors: [{ line: 98, detail: 'bin A01-01-A1 is there twice' }] },
  })
  expect(
    (await ask(layout.PUT, 'PUT', { body: text, headers: { 'content-type': 'text/html' } })).status,
  ).toBe(415)
})

it('refuses to remove a bin in which something lies', async () => {
  const bin = await db.bin.findFirstOrThrow({ where: { code: 'A01-01-A1' } })
  await db.stockLine.create({ data: { siteId: SHOP, sku: 'MILK', binId: bin.id, onHand: 2 } })
  const refused = await ask(layout.PUT, 'PUT', { body: { ...hall, bins: hall.bins.slice(1) } })
  expect(refused).toMatchObject({
    status: 409,
    body: { errors: [{ bin: 'A01-01-A1', detail: 'A01-01-A1 holds 2 units' }] },
  })
})

it('blocks, lifts, closes and turns, each once, and writes down who did', async () => {
  const stretch = { aisle: 'A02', fromYMetres: 3, toYMetres: 4, reason: 'a spill' }
  const made = await ask(blocks.POST, 'POST', { body: stretch })
  expect(made).toMatchObject({ status: 201, body: stretch })
  const again = await ask(blocks.POST, 'POST', { body: stretch })
  expect(again).toMatchObject({ status: 200, body: { id: made.body.id } })
  expect((await ask(blocks.POST, 'POST', { body: { ...stretch, aisle: 'A99' } })).status).toBe(400)
  expect((await ask(blocks.POST, 'POST', { body: { ...stretch, crossRow: 0 } })).status).toBe(400)
  const params = { id: String(made.body.id) }
  for (let time = 0; time < 2; time++)
    expect((await ask(block.DELETE, 'DELETE', { params })).status).toBe(204)
  expect((await ask(block.DELETE, 'DELETE', { params: { id: 'x' } })).status).toBe(404)
  const direction = { params: { code: 'A01' }, body: { direction: 'up' } }
  expect((await ask(aisle.PUT, 'PUT', direction)).body).toMatchObject({ code: 'A01', direction: 'up' })
  const closed = { site: SHOP, state: 'closed', reason: 'bent' }
  const state = await ask(binState.PUT, 'PUT', { params: { code: 'A01-01-A1' }, body: closed })
  expect(state).toMatchObject({ status: 200, body: { bin: 'A01-01-A1', ...closed } })
  expect(
    (await ask(binState.PUT, 'PUT', { params: { code: 'A9' }, body: { ...closed, reason: '' } })).status,
  ).toBe(400)
  expect(await audited()).toEqual([
    'blockStretch allowed',
    'liftBlock allowed',
    'setAisleDirection allowed',
    'setBinState allowed',
  ])
})

it('shows and changes nothing without the scope, or of another site', async () => {
  const doors: [Handler, string, unknown][] = [
    [layout.GET, 'GET', undefined],
    [layout.PUT, 'PUT', hall],
    [preview.POST, 'POST', hall],
    [blocks.POST, 'POST', { aisle: 'A01', reason: 'x' }],
    [block.DELETE, 'DELETE', undefined],
    [aisle.PUT, 'PUT', { direction: 'up' }],
    [binState.PUT, 'PUT', { site: SHOP, state: 'open' }],
  ]
  for (const [handler, method, body] of doors) {
    const params = { id: '1', code: 'A01' }
    expect((await ask(handler, method, { key: 'read', params, body })).status).toBe(403)
    expect((await ask(handler, method, { key: 'elsewhere', params, body })).status).toBe(404)
  }
  const nowhere = { key: 'nowhere', params: { site: 'NOWHERE-0' }, body: hall } as const
  expect((await ask(layout.PUT, 'PUT', nowhere)).status).toBe(404)
  expect((await ask(layout.GET, 'GET', { key: 'elsewhere', params: { site: 'ELSEWHERE-9' } })).status).toBe(
    404,
  )
})
