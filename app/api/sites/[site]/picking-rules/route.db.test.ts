import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { GET, PUT } from './route'

const DEFAULTS = {
  ...{ onShort: 'ship', cartTotes: 8, toteVolumeMl: 45_000, cartWeightGrams: 120_000, leaseMinutes: 10 },
  ...{ heavyFirst: false, frozenLast: false, isFefo: true, avoidCrowds: true },
}
const OTHER = { ...DEFAULTS, onShort: 'wait', cartTotes: 12, heavyFirst: true, avoidCrowds: false }

let keys: Record<'all' | 'read', string>
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
  const keyOf = async (scope: 'all' | 'read') =>
    (await createApiKey({ name: scope, scopes: [scope], siteId: SHOP })).key
  keys = { all: await keyOf('all'), read: await keyOf('read') }
})

async function ask(key: keyof typeof keys, body?: object, site = SHOP) {
  const response = await (body ? PUT : GET)(
    new Request('http://house.test/', {
      method: body ? 'PUT' : 'GET',
      headers: { authorization: `Bearer ${keys[key]}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
    { params: Promise.resolve({ site }) },
  )
  return { status: response.status, body: await response.json() }
}
const written = () => db.auditEntry.count({ where: { action: 'setPickingRules', outcome: 'allowed' } })

it('answers the defaults until somebody says otherwise, then that', async () => {
  expect(await ask('read')).toEqual({ status: 200, body: DEFAULTS })
  expect(await ask('all', OTHER)).toEqual({ status: 200, body: OTHER })
  expect(await ask('read')).toEqual({ status: 200, body: OTHER })
})

it('told twice, changes and writes down once', async () => {
  for (let n = 0; n < 2; n++) expect((await ask('all', OTHER)).status).toBe(200)
  expect(await written()).toBe(1)
  expect(await db.pickingRules.count()).toBe(1)
})

it('says which rule cannot be, and keeps what was', async () => {
  const wrong = await ask('all', { ...OTHER, cartTotes: 0, leaseMinutes: 9.5 })
  expect(wrong.status).toBe(400)
  expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/cartTotes',
    '/leaseMinutes',
  ])
  const { isFefo: _, ...some } = OTHER
  expect((await ask('all', some)).status).toBe(400)
  expect(await ask('read')).toEqual({ status: 200, body: DEFAULTS })
})

it('opens to those who may, and only at their site', async () => {
  expect((await ask('read', OTHER)).status).toBe(403)
  expect((await ask('all', OTHER, 'OTHER-1')).status).toBe(404)
  expect((await ask('read', undefined, 'OTHER-1')).status).toBe(404)
  expect(await written()).toBe(0)
})
