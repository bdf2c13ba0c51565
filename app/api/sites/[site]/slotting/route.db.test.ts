import { beforeEach, expect, it } from 'vitest'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { layOutShop } from '@/lib/testing/lay-out-shop'
import { SHOP } from '@/lib/testing/open-shop'
import * as confirmations from './moves/[id]/confirmations/route'
import * as move from './moves/[id]/route'
import * as moves from './moves/route'
import * as slotting from './route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const NOBODYS = '019aa000-0000-7000-8000-000000000000'

let keys: Record<string, string>

beforeEach(async () => {
  await emptyDatabase()
  await layOutShop()
  const keyOf = async (scope: 'all' | 'read' | 'events', siteId: string | null) =>
    (await createApiKey({ name: scope, scopes: [scope], siteId })).key
  keys = {
    all: await keyOf('all', SHOP),
    read: await keyOf('read', SHOP),
    events: await keyOf('events', SHOP),
  }
})

async function ask(handler: Handler, key: string, more: { site?: string; id?: string; body?: object } = {}) {
  const { site = SHOP, id = '', body } = more
  const request = new Request('http://house.test/api/sites', {
    method: handler.name === 'GET' ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${keys[key]}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const response = await handler(request, { params: Promise.resolve({ site, id }) })
  return { status: response.status, body: (await response.json()) as unknown }
}
const post = (handlers: { POST: Handler }) => handlers.POST

it('answers null before the first advice, then the newest', async () => {
  expect(await ask(slotting.GET, 'read')).toEqual({ status: 200, body: null })
  const computed = await ask(post(slotting), 'all')
  expect(computed).toMatchObject({
    status: 200,
    body: { site: SHOP, orders: 0, moves: [], isComplete: true },
  })
  expect(await ask(slotting.GET, 'read')).toEqual(computed)
})

it('opens to those who may, and only at their site', async () => {
  expect((await ask(post(slotting), 'read')).status).toBe(403)
  expect((await ask(post(move), 'events', { id: NOBODYS, body: { state: 'accepted' } })).status).toBe(403)
  expect((await ask(moves.GET, 'events')).body).toEqual({ items: [] })
  for (const handler of [slotting.GET, moves.GET])
    expect((await ask(handler, 'read', { site: 'OTHER-1' })).status).toBe(404)
})

it('knows no move that is not there', async () => {
  const told = { transfer: 0, bin: 'A01-01-A1', quantity: 1, at: '2026-11-21T09:00:00Z' }
  for (const id of [NOBODYS, 'nothing']) {
    expect((await ask(post(move), 'all', { id, body: { state: 'accepted' } })).status).toBe(404)
    expect((await ask(post(confirmations), 'events', { id, body: told })).status).toBe(404)
  }
  expect((await ask(post(move), 'all', { id: NOBODYS, body: { state: 'done' } })).status).toBe(400)
})
