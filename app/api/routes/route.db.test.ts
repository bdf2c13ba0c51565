import { beforeEach, expect, it } from 'vitest'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { POST } from './route'

let key: string
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
  key = (await createApiKey({ name: 'phone', scopes: ['read'], siteId: SHOP })).key
})

const CASE = {
  format: 'pick-route-case/1',
  id: 'tour-1',
  layout: { aisleX: [0, 3], crossY: [0, 10] },
  start: { aisle: 0, y: 0 },
  end: null,
  stops: [
    { id: 'milk', qty: 1, options: [{ bin: 'A02-04', aisle: 1, y: 4, qty: 5 }] },
    { id: 'tea', qty: 1, options: [{ bin: 'A01-08', aisle: 0, y: 8, qty: 5 }] },
  ],
}
const post = (body: unknown) =>
  POST(
    new Request('http://house/api/routes', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  )

it('answers one case with one proven route', async () => {
  const answer = await post(CASE)
  expect(answer.status).toBe(200)
  const route = await answer.json()
  expect(route).toMatchObject({ id: 'tour-1', length: 26, proven: true, lowerBound: 26 })
  expect(route.visits).toHaveLength(2)
})

it('says what is wrong with a broken case, and which stops nobody can reach', async () => {
  const broken = await post({ ...CASE, start: { aisle: 7, y: 0 } })
  expect(broken.status).toBe(400)
  expect(await broken.json()).toMatchObject({ errors: [{ pointer: '/start/aisle' }] })
  const layout = { ...CASE.layout, blocked: { aisle: [[1, 3, 6]] } }
  const blocked = await post({ ...CASE, layout })
  expect(blocked.status).toBe(422)
  expect(await blocked.json()).toMatchObject({
    id: 'tour-1',
    unreachable: ['milk'],
    rest: { length: 16, visits: [{ stop: 'tea' }] },
  })
})
