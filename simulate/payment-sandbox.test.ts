import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPaymentSandbox } from './payment-sandbox'

const folder = mkdtempSync(join(tmpdir(), 'stowline-books-'))
let sandbox: Awaited<ReturnType<typeof openPaymentSandbox>>
beforeAll(async () => {
  sandbox = await openPaymentSandbox({ port: 0, booksFile: join(folder, 'books.jsonl') })
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true })
})

type Said = { status: number; body: Record<string, unknown> }

async function call(method: string, path: string, body?: unknown, key?: string): Promise<Said> {
  const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(sandbox.url + path, { method, headers, body: text })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

let keys = 0
const newKey = () => `key-${++keys}`
const authorize = (key: string, source = 'tok_ok', amount = 500) =>
  call('POST', '/v1/authorizations', { amount, currency: 'EUR', source, reference: key }, key)
const lookUp = (key: string) => call('GET', `/v1/authorizations?idempotencyKey=${key}`)
const cancel = (key: string) => call('POST', '/v1/authorizations/cancel', { idempotencyKey: key })

async function books(): Promise<{ items: { reference: string; status: string }[]; requests: number }> {
  const { body } = await call('GET', '/v1/authorizations/all')
  return body as Awaited<ReturnType<typeof books>>
}

describe.concurrent('a token', () => {
  it('tok_ok is authorized, and can be asked for by its key', async () => {
    const key = newKey()
    const { status, body } = await authorize(key)
    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.stringMatching(/^auth_/),
      key,
      status: 'authorized',
      amount: 500,
      currency: 'EUR',
      reference: key,
    })
    expect(await lookUp(key)).toEqual({ status: 200, body })
  })

  it.each([
    ['tok_declined', 'card_declined'],
    ['tok_invented', 'unknown_token'],
  ])('%s is declined: %s', async (token, declineReason) => {
    expect(await authorize(newKey(), token)).toMatchObject({
      status: 402,
      body: { status: 'declined', declineReason },
    })
  })

  it('tok_flaky fails once a key, then is authorized', async () => {
    const key = newKey()
    expect(await authorize(key, 'tok_flaky')).toMatchObject({ status: 500 })
    expect(await authorize(key, 'tok_flaky')).toMatchObject({ status: 201, body: { status: 'authorized' } })
  })

  it('tok_slow is in flight until it is authorized', async () => {
    const key = newKey()
    const first = authorize(key, 'tok_slow')
    await expect.poll(async () => (await authorize(key, 'tok_slow')).status).toBe(409)
    expect(await first).toMatchObject({ status: 201, body: { status: 'authorized' } })
  })

  it('tok_lost charges and answers nobody, but tells who asks again', async () => {
    const key = newKey()
    const body = JSON.stringify({ amount: 500, currency: 'EUR', source: 'tok_lost', reference: key })
    const leaving = new AbortController()
    const unanswered = fetch(`${sandbox.url}/v1/authorizations`, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body,
      signal: leaving.signal,
    })
    await expect.poll(async () => (await lookUp(key)).status).toBe(200)
    leaving.abort()
    await expect(unanswered).rejects.toThrow('aborted')
    expect(await authorize(key, 'tok_lost')).toMatchObject({ status: 201, body: { status: 'authorized' } })
  })
})

describe.concurrent('a key', () => {
  it('asked 20 times at once is one authorization with one answer', async () => {
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 20 }, () => authorize(key)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await books()).items.filter((one) => one.reference === key)).toHaveLength(1)
  })

  it('repeats a decline', async () => {
    const key = newKey()
    expect(await authorize(key, 'tok_declined')).toEqual(await authorize(key, 'tok_declined'))
  })

  it('with another body is refused', async () => {
    const key = newKey()
    await authorize(key, 'tok_ok', 500)
    expect(await authorize(key, 'tok_ok', 501)).toMatchObject({ status: 422 })
  })

  it('that nobody used is not found', async () => {
    expect(await lookUp('never-used')).toMatchObject({ status: 404 })
  })

  it('is cancelled as often as one likes', async () => {
    const key = newKey()
    const { body } = await authorize(key)
    expect(await cancel(key)).toEqual({ status: 200, body: { ...body, status: 'cancelled' } })
    expect(await cancel(key)).toEqual(await lookUp(key))
  })

  it('cancelled before its charge arrives refuses the charge', async () => {
    const key = newKey()
    expect(await cancel(key)).toMatchObject({ status: 200, body: { status: 'cancelled' } })
    expect(await authorize(key)).toMatchObject({ status: 402, body: { status: 'cancelled' } })
  })

  it('cancelled while a slow bank thinks is not charged', async () => {
    const key = newKey()
    const charging = authorize(key, 'tok_slow')
    await expect.poll(async () => (await authorize(key, 'tok_slow')).status).toBe(409)
    await cancel(key)
    expect(await charging).toMatchObject({ status: 402, body: { status: 'cancelled' } })
    expect(await lookUp(key)).toMatchObject({ body: { status: 'cancelled' } })
  })
})

it('counts every charge it is asked for, repeats too', async () => {
  const { requests } = await books()
  const key = newKey()
  await authorize(key)
  await authorize(key)
  await lookUp(key)
  expect((await books()).requests).toBe(requests + 2)
})

it.each([
  ['no JSON', '{', 'key'],
  ['no amount', { currency: 'EUR', source: 'tok_ok', reference: 'r' }, 'key'],
  ['a fraction of a cent', { amount: 0.5, currency: 'EUR', source: 'tok_ok', reference: 'r' }, 'key'],
  ['no key', { amount: 1, currency: 'EUR', source: 'tok_ok', reference: 'r' }, undefined],
])('refuses %s', async (_, body, key) => {
  expect(await call('POST', '/v1/authorizations', body, key)).toMatchObject({ status: 400 })
})

it('that is down cuts every connection and charges nothing, until it is up', async () => {
  const key = newKey()
  await call('PUT', '/v1/faults', { state: 'down' })
  await expect(authorize(key)).rejects.toThrow('fetch failed')
  await expect(lookUp(key)).rejects.toThrow('fetch failed')
  await call('PUT', '/v1/faults', { state: 'ok' })
  expect(await lookUp(key)).toMatchObject({ status: 404 })
  expect(await authorize(key)).toMatchObject({ status: 201 })
})

it('that is slow charges later than what is asked after it', async () => {
  await call('PUT', '/v1/faults', { state: 'slow' })
  const charging = authorize(newKey())
  const first = await Promise.race([
    charging.then(() => 'the charge'),
    call('PUT', '/v1/faults', { state: 'slow' }).then(() => 'the switch'),
  ])
  expect(first).toBe('the switch')
  expect(await charging).toMatchObject({ status: 201 })
  await call('PUT', '/v1/faults', { state: 'ok' })
})
