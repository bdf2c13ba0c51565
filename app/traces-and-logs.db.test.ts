import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openMailbox } from '@/lib/messages/open-mailbox'
import { pool } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { type CollectedSpan, openCollector } from '@/lib/testing/open-collector'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'

/** Processes of their own, on a machine that may have other work. */
const PATIENCE = { timeout: 90_000, interval: 100 }

type Part = { child: ChildProcess; said: () => string; end: () => Promise<void> }

function start(script: string, env: Record<string, string>): Part {
  let said = ''
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...env, LOG_LEVEL: 'trace' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    child,
    said: () => said,
    end: () => {
      child.stdin.end()
      return ended
    },
  }
}

let collector: Awaited<ReturnType<typeof openCollector>>
let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let web: Part
let nightShift: Part
let url = ''
let key = ''

beforeAll(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [50] })
  key = (await createApiKey({ name: 'test', scopes: ['all'], siteId: null })).key
  collector = await openCollector()
  sandbox = await openTestSandbox()
  mailbox = await openMailbox({ port: 0 })
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '200',
    SMTP_URL: mailbox.url,
  }
  web = start('app/testing/serve-doors.ts', env)
  nightShift = start('night-shift.ts', { ...env, STOWLINE_PROCESS: 'night-shift' })
  const portOf = () => /\{"port":(\d+)\}/.exec(web.said())?.[1]
  await vi.waitFor(() => {
    expect(portOf(), web.said()).toBeDefined()
    expect(nightShift.said()).toContain('{"ready":true}')
  }, PATIENCE)
  url = `http://127.0.0.1:${portOf()}`
}, 120_000)

afterAll(async () => {
  await Promise.all([web?.end(), nightShift?.end()])
  await mailbox?.close()
  await sandbox?.close()
  await collector?.close()
}, 60_000)

const ask = (path: string, body?: string, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body }),
  })

const place = (name: string, order: object, headers: Record<string, string> = {}) =>
  ask('/api/orders', JSON.stringify(order), { 'idempotency-key': name, ...headers })

/** The span, its parent, and so on. */
function ancestry(span: CollectedSpan | undefined, spans: CollectedSpan[]): CollectedSpan[] {
  if (!span) return []
  return [
    span,
    ...ancestry(
      spans.find(({ spanId }) => spanId === span.parentSpanId),
      spans,
    ),
  ]
}

it('shows an order as one tree, from its door to its mail, across two processes', async () => {
  const [traceId, callerSpan] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']
  const answer = await place('traced', orderOf({ MILK: 1 }), {
    traceparent: `00-${traceId}-${callerSpan}-01`,
  })
  expect(answer.status).toBe(201)
  const ours = () => collector.spans.filter((span) => span.traceId === traceId)
  const named = (name: string) => ours().find((span) => span.name === name)
  await expect.poll(() => named('send mail'), PATIENCE).toBeDefined()
  await expect
    .poll(() => ancestry(named('send mail'), ours()).at(-1)?.name, PATIENCE)
    .toBe('POST /api/orders')

  const way = ancestry(named('send mail'), ours())
  expect(way.map(({ name, service }) => `${service}: ${name}`)).toEqual([
    'night-shift: send mail',
    'night-shift: step send',
    // The SDK's own.
    'night-shift: inngest.execution',
    'night-shift: run send-confirmation-email-when-order-is-placed',
    'web: POST /api/orders',
  ])
  expect(way.at(-1)?.parentSpanId).toBe(callerSpan)

  // Every span hangs on another one, up to the caller's.
  const known = new Set([callerSpan, ...ours().map(({ spanId }) => spanId)])
  expect(
    ours()
      .filter(({ parentSpanId }) => !known.has(parentSpanId ?? ''))
      .map(({ name }) => name),
  ).toEqual([])
  // Statements are told by their names, those of Prisma by verb and table.
  const names = ours().map(({ name }) => name)
  expect(names).toContain('begin-order')
  expect(names.filter((name) => /^(SELECT|INSERT|UPDATE) \w+$/.test(name)).length).toBeGreaterThan(0)
}, 120_000)

/** None that a clock or an id spells by chance: a few digits alone are in every trace. */
const SECRETS = [
  'Wilhelmina',
  'Quackenbush',
  'wilhelmina.q',
  'Zwiebelgasse',
  '171 5550199',
  '1715550199',
  'ZQ9 7QX',
]

it('tells nothing of a person, in logs and traces, whatever fails', async () => {
  const person = {
    customer: {
      name: 'Wilhelmina Quackenbush',
      email: 'wilhelmina.q@bounces.example',
      phone: '+49 171 5550199',
    },
    shipTo: { line1: 'Zwiebelgasse 12', city: 'London', postalCode: 'ZQ9 7QX', country: 'GB' },
  }
  const order = { ...orderOf({ MILK: 1 }), ...person }
  const statuses = [
    // Taken, and its mail is refused by a server that names the address.
    await place('taken', order),
    await place('taken', order),
    await place('taken', { ...order, lines: [{ sku: 'MILK', quantity: 2 }] }),
    await place('declined', { ...order, payment: { method: 'card', token: 'tok_declined' } }),
    await place('silent', { ...order, payment: { method: 'card', token: 'tok_down' } }),
    await place('short', { ...order, lines: [{ sku: 'MILK', quantity: 900 }] }),
    await place('wrong', { ...order, customer: { ...person.customer, email: 'Wilhelmina Quackenbush' } }),
    await ask('/api/orders', '{"customer": Wilhelmina Quackenbush}', { 'idempotency-key': 'broken' }),
    await ask('/api/events', JSON.stringify({ ...person, specversion: 'Wilhelmina' })),
    await ask('/api/orders?query=wilhelmina.q@bounces.example'),
    await ask('/api/orders?limit=Wilhelmina'),
  ].map(({ status }) => status)
  expect(statuses).toEqual([201, 201, 422, 402, 202, 409, 400, 400, expect.any(Number), 200, 400])
  const refusedMail = "SELECT FROM mail WHERE to_address LIKE 'wilhelmina%' AND state = 'refused'"
  await expect.poll(async () => (await pool.query(refusedMail)).rowCount, PATIENCE).toBeGreaterThan(0)

  // Then the ledger of orders breaks under everything.
  await pool.query('ALTER TABLE orders RENAME TO orders_gone')
  const broken = [await place('after', order), await ask('/api/orders?query=wilhelmina.q@bounces.example')]
  await pool.query('ALTER TABLE orders_gone RENAME TO orders')
  expect(broken.map(({ status }) => status)).toEqual([500, 500])
  await expect.poll(() => web.said().split('"a request broke"').length, PATIENCE).toBe(3)

  const said = web.said() + nightShift.said() + collector.texts.join('')
  expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([])
}, 180_000)

it('says each request in one line: who, what, how it ended and how long it took', async () => {
  const answer = await place('lined', orderOf({ MILK: 1 }))
  const requestId = answer.headers.get('x-request-id')
  const line = () => linesOf(web).find((one) => one.msg === 'request' && one.requestId === requestId)
  await expect.poll(line, PATIENCE).toBeDefined()
  expect(line()).toMatchObject({
    ...{ level: 30, route: '/api/orders', method: 'POST', status: 201 },
    ...{ elapsedMs: expect.any(Number), caller: expect.stringMatching(/^key:/) },
    traceId: answer.headers.get('traceparent')?.split('-')[1],
  })
})

it('says of what broke where it was thrown', () => {
  const broke = linesOf(web).find(({ msg }) => msg === 'a request broke')
  expect(broke).toMatchObject({
    requestId: expect.any(String),
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  expect(broke?.error).toMatchObject({ code: '42P01', stack: expect.stringMatching(/\n\s+at /) })
})

const linesOf = (part: Part): Record<string, unknown>[] =>
  part
    .said()
    .split('\n')
    .filter((text) => text.startsWith('{"level"'))
    .map((text) => JSON.parse(text))
