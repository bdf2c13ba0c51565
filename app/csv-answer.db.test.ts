import { parse } from 'csv-parse/sync'
import { beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { placeOrder } from '@/lib/orders/place-order'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { json } from './answers'
import { listOf, page } from './api/operation'
import { GET as listOrders } from './api/orders/route'
import { door } from './door'

let key: string
beforeEach(async () => {
  await emptyDatabase()
  key = (await createApiKey({ name: 'test', scopes: ['read'], siteId: null })).key
})

const ask = (handler: typeof listOrders, search: string, headers: Record<string, string> = {}) =>
  handler(
    new Request(`http://house.test/api/numbers?${search}`, {
      headers: { authorization: `Bearer ${key}`, ...headers },
    }),
    {
      params: Promise.resolve({}),
    },
  )
const rowsOf = async (answer: Response) =>
  parse(await answer.text(), { bom: true, columns: true }) as unknown[]

let pages = 0
const listNumbers = door(
  {
    id: 'listNumbers',
    method: 'GET',
    path: '/api/numbers',
    summary: 'Numbers from 0',
    admits: { scope: 'read', roles: ['manager'] },
    query: z.object({ ...page, below: z.coerce.number() }),
    answers: { 200: { description: 'A page', schema: listOf(z.object({ number: z.int() })) } },
  },
  async ({ query }) => {
    pages++
    const from = Number(query.cursor ?? 0)
    const to = Math.min(query.below, from + query.limit)
    const items = Array.from({ length: to - from }, (_, n) => ({ number: from + n }))
    return json({ items, nextCursor: to < query.below ? String(to) : null })
  },
)

it('walks a list’s cursor to its end, once over every row, by format or by Accept', async () => {
  pages = 0
  const answer = await ask(listNumbers, 'below=450&format=csv&limit=3')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="numbers-\d{4}-\d\d-\d\d\.csv"$/,
  )
  const rows = await rowsOf(answer)
  expect(rows).toEqual(Array.from({ length: 450 }, (_, n) => ({ number: String(n) })))
  expect(pages).toBe(3)
  expect(await rowsOf(await ask(listNumbers, 'below=2', { accept: 'text/csv' }))).toHaveLength(2)
})

it('says at its end that it was cut off, beyond 100,000 rows', async () => {
  const rows = await rowsOf(await ask(listNumbers, 'below=100001&format=csv'))
  expect(rows).toHaveLength(100_001)
  expect(rows.at(-1)).toEqual({ number: 'cut off after 100000 rows: narrow the filters' })
})

it('refuses what it would refuse as JSON', async () => {
  expect((await ask(listNumbers, 'format=csv')).status).toBe(400)
  expect((await ask(listNumbers, 'below=3&format=xml')).status).toBe(400)
})

it('has the orders that its filters leave', async () => {
  const sandbox = await openTestSandbox()
  try {
    await stockShop({ MILK: [5] })
    for (const name of ['=HYPERLINK("x")', 'Ada Byron']) {
      const order = orderOf({ MILK: 1 })
      const placed = { ...order, customer: { ...order.customer, name } }
      await placeOrder(placed, { clientId: 'c', key: name, traceparent: null })
    }
  } finally {
    await sandbox.close()
  }
  const all = await (await ask(listOrders, 'format=csv')).text()
  expect(parse(all, { bom: true, columns: true })).toHaveLength(2)
  expect(all).toContain(`'=HYPERLINK`)
  expect(await rowsOf(await ask(listOrders, 'format=csv&query=Byron'))).toHaveLength(1)
})
