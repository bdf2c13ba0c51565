import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPaymentSandbox } from '@/simulate/payment-sandbox'
import { authorisePayment } from './authorise-payment'
import { lookUpPayment } from './look-up-payment'
import { voidPayment } from './void-payment'

const folder = mkdtempSync(join(tmpdir(), 'stowline-books-'))
let sandbox: Awaited<ReturnType<typeof openPaymentSandbox>>
beforeAll(async () => {
  sandbox = await openPaymentSandbox({ port: 0, booksFile: join(folder, 'books.jsonl') })
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  process.env.PAYMENT_SANDBOX_URL = sandbox.url
})

let orders = 0
const newOrder = () => `order-${++orders}`
const authorise = (token: string, orderNumber = newOrder()) =>
  authorisePayment({ orderNumber, amountMinor: 500, currency: 'EUR', token })

async function chargesOf(orderNumber: string): Promise<unknown[]> {
  const answer = await fetch(`${sandbox.url}/v1/authorizations/all`)
  const { items } = (await answer.json()) as { items: { reference: string; status: string }[] }
  return items.filter((one) => one.reference === orderNumber && one.status === 'authorized')
}

const authorised = { outcome: 'authorised', provider: 'sandbox', reference: expect.stringMatching(/^auth_/) }

describe.concurrent('a charge', () => {
  it.each(['tok_ok', 'tok_flaky', 'tok_slow'])('with %s is authorised once', async (token) => {
    const orderNumber = newOrder()
    expect(await authorise(token, orderNumber)).toEqual(authorised)
    expect(await chargesOf(orderNumber)).toHaveLength(1)
  })

  it('that is declined says why', async () => {
    expect(await authorise('tok_declined')).toEqual({ outcome: 'declined', reason: 'card_declined' })
  })

  it('for an order asked 20 times at once is made once', async () => {
    const orderNumber = newOrder()
    const answers = await Promise.all(Array.from({ length: 20 }, () => authorise('tok_ok', orderNumber)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toEqual(authorised)
    expect(await chargesOf(orderNumber)).toHaveLength(1)
  })

  it('at a provider that refuses the connection is unknown, and nothing is charged', async () => {
    const orderNumber = newOrder()
    expect(await authorise('tok_down', orderNumber)).toEqual({
      outcome: 'unknown',
      detail: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await lookUpPayment({ orderNumber })).toEqual({ outcome: 'not-found' })
  })

  it('without an answer is unknown, until one asks what became of it', { timeout: 15_000 }, async () => {
    const orderNumber = newOrder()
    expect(await authorise('tok_lost', orderNumber)).toEqual({
      outcome: 'unknown',
      detail: 'the payment provider did not answer in time',
    })
    expect(await lookUpPayment({ orderNumber })).toEqual(authorised)
    expect(await authorise('tok_lost', orderNumber)).toEqual(authorised)
    expect(await chargesOf(orderNumber)).toHaveLength(1)
  })

  it('goes through beside 300 cards whose bank is silent', { timeout: 15_000 }, async () => {
    const silent = Array.from({ length: 300 }, () => authorise('tok_lost'))
    expect(await authorise('tok_ok')).toEqual(authorised)
    expect((await Promise.all(silent)).map(({ outcome }) => outcome)).toEqual(Array(300).fill('unknown'))
  })
})

describe('voiding', () => {
  it('takes back a charge, as often as one likes', async () => {
    const orderNumber = newOrder()
    await authorise('tok_ok', orderNumber)
    expect(await voidPayment({ orderNumber })).toEqual({ outcome: 'voided' })
    expect(await voidPayment({ orderNumber })).toEqual({ outcome: 'voided' })
    expect(await lookUpPayment({ orderNumber })).toEqual({ outcome: 'declined', reason: 'cancelled' })
    expect(await chargesOf(orderNumber)).toHaveLength(0)
  })

  it('closes a key that was never used, so that a late charge is refused', async () => {
    const orderNumber = newOrder()
    expect(await voidPayment({ orderNumber })).toEqual({ outcome: 'voided' })
    expect(await authorise('tok_ok', orderNumber)).toEqual({ outcome: 'declined', reason: 'cancelled' })
    expect(await chargesOf(orderNumber)).toHaveLength(0)
  })
})

describe('a provider that breaks its promises leaves the outcome unknown:', () => {
  const breaches: [string, RequestListener, RegExp][] = [
    ['a page instead of JSON', (_, response) => void response.end('<html>'), /JSON/],
    ['JSON of another shape', (_, response) => void response.end('{"id":1}'), /id/],
    ['an error', (_, response) => void response.writeHead(503).end(), /answered 503/],
    ['an address it does not know', (_, response) => void response.writeHead(404).end(), /answered 404/],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(201, { 'content-length': 100 })
        response.write('{"id":', () => response.destroy())
      },
      /aborted|hang up|ECONNRESET/,
    ],
    [
      'half an answer, and silence',
      (_, response) => void response.writeHead(201).write('{"id":'),
      /did not answer in time/,
    ],
  ]

  it.each(breaches)('%s', { timeout: 15_000 }, async (_, breach, detail) => {
    const server = createServer(breach)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    process.env.PAYMENT_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      expect(await authorise('tok_ok')).toEqual({ outcome: 'unknown', detail: expect.stringMatching(detail) })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  it('silence about what became of it, and about a void', async () => {
    process.env.PAYMENT_SANDBOX_URL = 'http://127.0.0.1:1'
    expect(await lookUpPayment({ orderNumber: 'any' })).toMatchObject({ outcome: 'unknown' })
    expect(await voidPayment({ orderNumber: 'any' })).toEqual({ outcome: 'unknown' })
  })
})
