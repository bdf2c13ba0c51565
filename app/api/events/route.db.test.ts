import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { stockByBin } from '@/lib/testing/tell-stock'
import { POST } from './route'

let key: string
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0] })
  key = (await createApiKey({ name: 'scanner', scopes: ['events'], siteId: SHOP })).key
})

const event = (id: string, data: object = {}) => ({
  specversion: '1.0',
  id,
  source: '/test',
  type: 'stowline.inventory.received.v1',
  data: {
    site: SHOP,
    sku: 'MILK',
    quantity: 2,
    bin: 'A01-1-A1',
    observedAt: '2026-11-20T09:00:00Z',
    ...data,
  },
})
const post = (body: string, headers: Record<string, string>) =>
  POST(
    new Request('http://house/api/events', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, ...headers },
      body,
    }),
    { params: Promise.resolve({}) },
  )
const batch = { 'content-type': 'application/cloudevents-batch+json' }

it('takes a batch, one structured event and one in headers, and counts each source and id once', async () => {
  const many = await post(
    JSON.stringify([event('1'), event('2'), event('1'), event('3', { sku: 'CAVIAR' })]),
    batch,
  )
  expect(many.status).toBe(202)
  expect(await many.json()).toEqual({
    accepted: 2,
    duplicates: 1,
    rejected: [{ index: 3, id: '3', reason: 'there is no SKU CAVIAR' }],
  })
  const one = await post(JSON.stringify(event('4')), { 'content-type': 'application/cloudevents+json' })
  expect(await one.json()).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
  const { data, ...attributes } = event('4')
  const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))
  const binary = await post(JSON.stringify(data), { ...headers, 'content-type': 'application/json' })
  expect(await binary.json()).toEqual({ accepted: 0, duplicates: 1, rejected: [] })
  expect(await stockByBin()).toEqual({ 'A01-1-A1 MILK': 6 })
})

it('keeps what is no event, with where it was in the batch', async () => {
  const answer = await post(JSON.stringify([event('1'), 7, { id: 'x' }]), batch)
  expect(await answer.json()).toMatchObject({
    accepted: 1,
    rejected: [
      { index: 1, id: null },
      { index: 2, id: 'x' },
    ],
  })
  expect(await db.deadLetter.count({ where: { queue: 'inventory-events', siteId: SHOP } })).toBe(2)
})

it('refuses what cannot be taken apart, is too much, or comes from nobody we know', async () => {
  expect((await post('{', batch)).status).toBe(400)
  expect((await post('a', { 'content-type': 'text/plain' })).status).toBe(415)
  expect(
    (await post(JSON.stringify(Array.from({ length: 1_001 }, (_, n) => event(`${n}`))), batch)).status,
  ).toBe(413)
  expect((await post(' '.repeat(8 * 1_048_576 + 1), batch)).status).toBe(413)
  key = 'slk_nobody'
  expect((await post('[]', batch)).status).toBe(401)
})

it('answers 429 when more wait than can be done soon, and takes everything of who comes again', async () => {
  const calls = Array.from({ length: 30 }, (_, n) =>
    JSON.stringify(Array.from({ length: 1_000 }, (_, m) => event(`${n}-${m}`))),
  )
  const answers = await Promise.all(calls.map((body) => post(body, batch)))
  const full = answers.filter(({ status }) => status === 429)
  expect(full.length).toBeGreaterThan(0)
  expect(answers.filter(({ status }) => status === 202).length).toBe(30 - full.length)
  expect(Number(full[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(full[0]?.headers.get('ratelimit')).toMatch(/^"waiting-events";r=0;t=\d+$/)
  for (const [n, { status }] of answers.entries())
    if (status === 429) expect((await post(calls[n] ?? '', batch)).status).toBe(202)
  expect(await stockByBin()).toEqual({ 'A01-1-A1 MILK': 60_000 })
})
