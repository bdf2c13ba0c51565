import { beforeAll, beforeEach, expect, it } from 'vitest'
import { createApiKey } from '@/lib/sites/create-api-key'
import type { Scope } from '@/lib/sites/schema'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite } from '@/lib/testing/owe-steps'
import { tellStock } from '@/lib/testing/say-events'
import { GET as exportEvents } from '../export/events/route'
import { GET as showWebhook } from '../webhooks/[id]/route'
import { POST as addWebhook, GET as listWebhooks } from '../webhooks/route'
import { GET as readFeed } from './route'

type Handler = typeof readFeed

beforeAll(() => {
  process.env.STOWLINE_DEMO = '1'
})
beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
  await openSite('TEST-2')
  await tellStock(['one'])
  await tellStock(['two'], 'TEST-2')
})

async function client(scopes: Scope[], siteId: string | null = null) {
  const { key } = await createApiKey({ name: 'test', scopes, siteId })
  return (handler: Handler, path: string, body?: object, params: Record<string, string> = {}) =>
    handler(
      new Request(`http://stowline.test${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      }),
      { params: Promise.resolve(params) },
    )
}
const idsIn = async (answer: Response) =>
  ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id)

it('tells a key of a site its events only, in the feed and in an export', async () => {
  const all = await client(['read'])
  const bound = await client(['read'], 'TEST-2')
  expect(await idsIn(await all(readFeed, '/api/feed'))).toEqual(['one', 'two'])
  expect(await idsIn(await bound(readFeed, '/api/feed'))).toEqual(['two'])
  expect((await bound(readFeed, '/api/feed?site=TEST-1')).status).toBe(404)
  const file = await (await bound(exportEvents, '/api/export/events')).text()
  expect(file.trim().split('\n')).toHaveLength(1)
  expect(file).toMatch(/"id":"two"/)
})

it('gives a poller the same cursor while nothing is new, and goes on from it', async () => {
  const ask = await client(['read'])
  const page = async (after: string) =>
    (await (await ask(readFeed, `/api/feed?after=${encodeURIComponent(after)}`)).json()) as {
      items: { id: string }[]
      nextCursor: string
    }
  const { nextCursor } = await page('now')
  expect(await page(nextCursor)).toEqual({ items: [], nextCursor })
  await tellStock(['three'])
  expect((await page(nextCursor)).items).toMatchObject([{ id: 'three' }])
  expect((await ask(readFeed, '/api/feed?after=nonsense')).status).toBe(400)
})

it('shows a webhook to those who may know its site, its secret once, and takes no address inside', async () => {
  const owner = await client(['all'], 'TEST-1')
  const other = await client(['all'], 'TEST-2')
  const body = { url: 'http://127.0.0.1:9/hook', types: ['stowline.orders.*'] }
  const added = await owner(addWebhook, '/api/webhooks', body)
  expect(added.status).toBe(201)
  const { id, secret, site } = (await added.json()) as { id: string; secret: string; site: string }
  expect(secret).toMatch(/^whsec_/)
  expect(site).toBe('TEST-1')
  expect(await (await owner(listWebhooks, '/api/webhooks')).text()).not.toContain(secret)
  expect(await idsIn(await other(listWebhooks, '/api/webhooks'))).toEqual([])
  expect((await owner(showWebhook, `/api/webhooks/${id}`, undefined, { id })).status).toBe(200)
  expect((await other(showWebhook, `/api/webhooks/${id}`, undefined, { id })).status).toBe(404)
  expect((await other(addWebhook, '/api/webhooks', { ...body, site: 'TEST-1' })).status).toBe(404)
  for (const url of ['http://169.254.169.254/latest', 'http://10.0.0.1/', 'ftp://out.example/']) {
    const refused = await owner(addWebhook, '/api/webhooks', { ...body, url })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/url' }] })
  }
  const unknown = await owner(addWebhook, '/api/webhooks', { ...body, types: ['stowline.nothing.v1'] })
  expect(unknown.status).toBe(400)
})
