import { beforeEach, expect, it } from 'vitest'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { EPCIS_EVENTS, epcisDocument } from '@/lib/testing/epcis-documents'
import { stockShop } from '@/lib/testing/open-shop'
import { POST as captureOne } from './events/route'
import { DELETE as dropToken } from './nextPageToken/[token]/route'
import { GET as run } from './queries/[queryName]/events/route'
import { OPTIONS as discover, DELETE as forget, GET as show } from './queries/[queryName]/route'
import { POST as subscribe } from './queries/[queryName]/subscriptions/route'
import { GET as list, POST as name } from './queries/route'

type Handler = typeof list

let key = ''
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [5] })
  ;({ key } = await createApiKey({ name: 'partner', scopes: ['events'], siteId: null }))
})

async function ask(handler: Handler, path: string, body?: unknown, method = body ? 'POST' : 'GET') {
  const request = new Request(`http://localhost/api/epcis${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = await handler(request, { params: Promise.resolve({}) })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text && JSON.parse(text) }
}
const shipped = { name: 'what moves', query: { eventType: ['ObjectEvent', 'AggregationEvent'] } }

it('keeps a query under its name, tells it, and forgets it', async () => {
  const made = await ask(name, '/queries', shipped)
  expect(made).toMatchObject({ status: 201 })
  const path = (made.headers.get('location') ?? '').replace('/api/epcis', '')
  expect(path).toBe('/queries/what%20moves')
  expect(await ask(name, '/queries', shipped)).toMatchObject({
    status: 409,
    body: { type: 'epcisException:ResourceAlreadyExistsException' },
  })
  expect(await ask(show, path)).toMatchObject({ status: 200, body: shipped })
  expect(await ask(forget, path, undefined, 'DELETE')).toMatchObject({ status: 204 })
  for (const answer of [
    await ask(forget, path, undefined, 'DELETE'),
    await ask(show, path),
    await ask(run, `${path}/events`),
  ])
    expect(answer).toMatchObject({ status: 404, body: { type: 'epcisException:NoSuchNameException' } })
})

it('finds what the query asks, page by page, with nothing else asked', async () => {
  for (const event of [EPCIS_EVENTS.object, EPCIS_EVENTS.aggregation, EPCIS_EVENTS.transformation])
    await ask(captureOne, '/events', { '@context': epcisDocument()['@context'], ...event })
  await ask(name, '/queries', shipped)
  const { body, headers } = await ask(run, '/queries/what%20moves/events?perPage=1')
  expect(body.epcisBody.queryResults).toMatchObject({
    queryName: 'what moves',
    resultsBody: { eventList: [{ type: 'ObjectEvent' }] },
  })
  const next = /<\/api\/epcis([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? ''
  const second = await ask(run, next)
  expect(second.body.epcisBody.queryResults.resultsBody.eventList).toMatchObject([
    { type: 'AggregationEvent' },
  ])
  expect(second.headers.get('link')).toBeNull()
})

it.each([
  { eventType: ['ObjectEvent'], EQ_nonsense: ['x'] },
  { perPage: 5 },
  { eventType: 'ObjectEvent|AggregationEvent' },
  { GE_eventTime: 'yesterday' },
])('refuses to keep what can never be asked: %o', async (query) => {
  expect(await ask(name, '/queries', { name: 'q', query })).toMatchObject({
    status: 400,
    body: { type: 'epcisException:QueryValidationException' },
  })
})

it('lists a client its own queries only, by name, page by page', async () => {
  for (const one of ['b', 'a', 'c']) await ask(name, '/queries', { ...shipped, name: one })
  const first = await ask(list, '/queries?perPage=2')
  expect(first.body).toMatchObject([{ name: 'a' }, { name: 'b' }])
  const next = /<\/api\/epcis([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  expect((await ask(list, next)).body).toMatchObject([{ name: 'c' }])
  ;({ key } = await createApiKey({ name: 'other', scopes: ['events'], siteId: null }))
  expect((await ask(list, '/queries')).body).toEqual([])
  expect(await ask(show, '/queries/a')).toMatchObject({ status: 404 })
})

it('says plainly that a query takes no subscriptions, and drops a token that nobody keeps', async () => {
  await ask(name, '/queries', { ...shipped, name: 'q' })
  expect(
    await ask(subscribe, '/queries/q/subscriptions', { dest: 'https://a.example/', stream: true }),
  ).toMatchObject({
    status: 501,
    body: { type: 'epcisException:ImplementationException' },
  })
  expect(await ask(subscribe, '/queries/none/subscriptions', {})).toMatchObject({ status: 404 })
  expect(await ask(dropToken, '/nextPageToken/abc', undefined, 'DELETE')).toMatchObject({ status: 204 })
  const { headers } = await ask(discover, '/queries/q', undefined, 'OPTIONS')
  expect(headers.get('allow')).toBe('OPTIONS, GET, DELETE')
})
