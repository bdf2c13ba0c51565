import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import * as terms from '../supply-terms/route'
import * as item from './[sku]/route'
import * as decisions from './decisions/route'
import * as orders from './orders/route'
import * as list from './route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const NOBODYS = '019aa000-0000-7000-8000-000000000000'
let keys: Record<'all' | 'read', string>

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [12] })
  const keyOf = async (scope: 'all' | 'read') =>
    (await createApiKey({ name: scope, scopes: [scope], siteId: SHOP })).key
  keys = { all: await keyOf('all'), read: await keyOf('read') }
  await db.forecast.create({
    data: {
      ...{
        siteId: SHOP,
        sku: 'MILK',
        madeOn: new Date(Date.now() - 86_400_000),
        madeAt: new Date(),
        method: 'mean',
      },
      ...{
        mean: Array(28).fill(10),
        lower: Array(28).fill(0),
        upper: Array(28).fill(20),
        sumSd: Array(28).fill(5),
      },
    },
  })
})

async function ask(handler: Handler, key: 'all' | 'read', query = `site=${SHOP}`, body?: object) {
  const request = new Request(`http://house.test/api/replenishment?${query}`, {
    method: handler === terms.PUT ? 'PUT' : body || handler === list.POST ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${keys[key]}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const response = await handler(request, { params: Promise.resolve({ sku: 'MILK' }) })
  const text = await response.text()
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : null }
}

it('proposes, orders once, and writes down who did', async () => {
  expect((await ask(list.POST, 'all')).body).toMatchObject({ proposed: 1, judged: 1 })
  const { body } = await ask(list.GET, 'read')
  expect(body).toMatchObject({ items: [{ sku: 'MILK' }], counts: { proposed: 1, sent: 0 }, currency: 'EUR' })
  const [{ id, packUnits }] = body.items
  const send = (quantity: number) => ask(orders.POST, 'all', '', { site: SHOP, items: [{ id, quantity }] })
  expect((await send(packUnits + 1)).status).toBe(422)
  expect((await send(2 * packUnits)).body).toMatchObject({ orders: [{ units: 2 * packUnits, lines: 1 }] })
  expect((await send(2 * packUnits)).body).toEqual({ orders: [] })
  expect((await ask(list.GET, 'read', `site=${SHOP}&state=sent&format=csv`)).text).toMatch(
    /^\ufeff?id,sku,name.*\r\n[^,]+,MILK,/,
  )
  const audit = await db.auditEntry.findMany({ where: { outcome: 'allowed' }, orderBy: { id: 'asc' } })
  expect(audit.map(({ action }) => action)).toEqual(['suggestReorders', 'sendReorders'])
})

it('opens to those who may, and only at their site', async () => {
  const nothing = { site: SHOP, decisions: [{ id: NOBODYS, state: 'approved' }] }
  expect((await ask(list.POST, 'read')).status).toBe(403)
  expect((await ask(decisions.POST, 'read', '', nothing)).status).toBe(403)
  expect((await ask(decisions.POST, 'all', '', nothing)).body).toEqual({ decided: [], closed: [NOBODYS] })
  for (const handler of [list.GET, item.GET, terms.GET])
    expect((await ask(handler, 'read', 'site=OTHER-1')).status).toBe(404)
})

it('says the terms of a SKU and what they lead to', async () => {
  const [said] = (await ask(terms.GET, 'read', `site=${SHOP}&sku=MILK`)).body.items
  const { name: _, isDefault, ...term } = said
  expect(isDefault).toBe(true)
  const put = (sku: string) => ask(terms.PUT, 'all', '', { site: SHOP, ...term, sku, packUnits: 50 })
  expect((await put('MILK')).body).toMatchObject({ packUnits: 50, isDefault: false })
  expect((await put('NOTHING')).status).toBe(404)
  expect((await ask(item.GET, 'read')).body).toMatchObject({
    terms: { packUnits: 50 },
    outlook: { quantity: 100 },
  })
})
