import { expect, test } from '@playwright/test'
import { keyOf } from '../fixtures/demo-house'
import { allDone, eventually, machine, orderOf } from '../fixtures/machine'

let shop: ReturnType<typeof machine>
let sku: string
test.beforeAll(async () => {
  shop = machine()
  const [first] = await shop.inStock(20)
  sku = first ?? ''
})

test('an order is placed, its six steps are done and one mail arrives', async () => {
  const email = `six-steps-${Date.now()}@example.com`
  const answer = await shop.place(orderOf(shop.site, sku, 1, 'tok_ok', email))
  expect(answer.status).toBe(201)
  const placed = (await answer.json()) as { orderNumber: string; status: string; steps: { kind: string }[] }
  expect(answer.headers.get('location')).toBe(`/api/orders/${placed.orderNumber}`)
  expect(placed.steps.map((step) => step.kind)).toEqual([
    'charge',
    'hold',
    'save',
    'confirmation-email',
    'warehouse-notification',
    'recommendations',
  ])
  const order = await eventually(() => shop.order(placed.orderNumber), allDone)
  expect(order.timeline.length).toBeGreaterThanOrEqual(6)
  const mailbox = await shop.get<{ items: { to: string; orderNumber: string; text: string }[] }>(
    '/api/demo/mailbox',
  )
  const mails = mailbox.items.filter((mail) => mail.to === email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.orderNumber).toBe(placed.orderNumber)
})

test('the same key gives the first answer again, byte for byte', async () => {
  const body = orderOf(shop.site, sku)
  const first = await shop.place(body, '"quoted-key-1"')
  const again = await shop.place(body, 'quoted-key-1')
  expect(await again.text()).toBe(await first.text())
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(first.headers.get('idempotency-replayed')).toBeNull()
  expect((await shop.place({ ...body, lines: [{ sku, quantity: 2 }] }, 'quoted-key-1')).status).toBe(422)
})

test('one key sent 20 times at once makes one order', async () => {
  const key = `at-once-${Date.now()}`
  const email = `${key}@example.com`
  const body = orderOf(shop.site, sku, 1, 'tok_ok', email)
  const answers = await Promise.all(Array.from({ length: 20 }, () => shop.place(body, key)))
  const placed = await Promise.all(
    answers.filter((answer) => answer.status === 201).map((answer) => answer.text()),
  )
  expect(new Set(placed).size).toBe(1)
  expect(answers.every((answer) => [201, 409].includes(answer.status))).toBe(true)
  const found = await shop.get<{ items: unknown[] }>(`/api/orders?query=${encodeURIComponent(email)}`)
  expect(found.items).toHaveLength(1)
})

test('a declined card and a missing unit are told apart, and nothing stays held', async () => {
  const before = await shop.get<{ held: number; available: number }>(
    `/api/stock?sku=${sku}&site=${shop.site}`,
  )
  expect((await shop.place(orderOf(shop.site, sku, 1, 'tok_declined'))).status).toBe(402)
  const short = await shop.place(orderOf(shop.site, sku, 10_000))
  expect(short.status).toBe(409)
  expect(((await short.json()) as { errors: unknown[] }).errors).toMatchObject([
    { sku, available: before.available },
  ])
  expect((await shop.get<{ held: number }>(`/api/stock?sku=${sku}&site=${shop.site}`)).held).toBe(before.held)
})

test('a charge whose answer is lost is settled in the background and charged once', async () => {
  const answer = await shop.place(orderOf(shop.site, sku, 1, 'tok_lost'))
  expect(answer.status).toBe(202)
  const { orderNumber } = (await answer.json()) as { orderNumber: string }
  const order = await eventually(() => shop.order(orderNumber), allDone, 60)
  expect(order.status).toBe('placed')
})

test('what is wrong is answered as a problem that says what', async () => {
  const body = orderOf(shop.site, sku)
  const noKey = await shop.send('POST', '/api/orders', { body })
  expect(noKey.status).toBe(400)
  expect(noKey.headers.get('content-type')).toContain('application/problem+json')
  const invalid = await shop.place({ ...body, lines: [{ sku, quantity: 0 }] })
  expect(await invalid.json()).toMatchObject({ status: 400, errors: [{ pointer: '/lines/0/quantity' }] })
  expect((await shop.place('{ not json')).status).toBe(400)
  expect((await shop.place(body, 'x'.repeat(256))).status).toBe(400)
  const text = await shop.send('POST', '/api/orders', {
    body: 'hi',
    headers: { 'content-type': 'text/plain', 'idempotency-key': 'a' },
  })
  expect(text.status).toBe(415)
  expect((await shop.place(`"${'x'.repeat(1_100_000)}"`)).status).toBe(413)
  const method = await shop.send('DELETE', '/api/orders')
  expect([method.status, method.headers.get('allow')]).toEqual([405, 'POST, GET'])
  expect((await shop.send('GET', '/api/nowhere')).status).toBe(404)
})

test('only the right key opens a door, and a strange site does not exist', async () => {
  const body = orderOf(shop.site, sku)
  const order = (key: string) =>
    shop.send('POST', '/api/orders', { body, key, headers: { 'idempotency-key': 'door' } })
  expect((await order('')).status).toBe(401)
  expect((await order('slk_wrong')).status).toBe(401)
  expect((await order(keyOf('scans'))).status).toBe(403)
  expect((await shop.place({ ...body, site: 'ELSEWHERE-9' })).status).toBe(404)
  expect((await shop.send('GET', '/api/orders', { key: keyOf('orders') })).status).toBe(403)
})

test('a trace is continued and every answer has its id', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const answer = await shop.send('GET', '/api/orders', { headers: { traceparent } })
  expect(answer.headers.get('traceparent')).toMatch(
    /^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/,
  )
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('lists page to their end without a gap', async () => {
  for (let n = 0; n < 3; n++) await shop.place(orderOf(shop.site, sku))
  const seen = new Set<string>()
  let path: string | undefined = '/api/orders?limit=2'
  while (path && seen.size < 200) {
    const answer = await shop.send('GET', path)
    const page = (await answer.json()) as { items: { orderNumber: string }[]; nextCursor: string | null }
    for (const item of page.items) expect(seen.has(item.orderNumber)).toBe(false)
    for (const item of page.items) seen.add(item.orderNumber)
    path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
    expect(Boolean(path)).toBe(page.nextCursor !== null)
  }
  expect(seen.size).toBeGreaterThanOrEqual(3)
})

test('the house says that it is ready, and what its doors are', async () => {
  expect((await shop.send('GET', '/api/health/live', { key: '' })).status).toBe(200)
  expect((await shop.send('GET', '/api/health/ready', { key: '' })).status).toBe(200)
  const document = await shop.get<{ openapi: string; paths: Record<string, unknown> }>('/api/openapi.json')
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/orders/{orderNumber}')
  expect(await (await shop.send('GET', '/docs/api', { key: '' })).text()).toContain('POST /api/orders')
  const [bin] = (await shop.get<{ bins: { bin: string }[] }>(`/api/stock?sku=${sku}`)).bins
  expect(await shop.get(`/api/bins/${bin?.bin}`)).toMatchObject({ bin: bin?.bin, site: shop.site })
  expect((await shop.send('GET', '/api/bins/Z99-99-Z9')).status).toBe(404)
})
