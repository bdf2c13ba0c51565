import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findIntent } from '@/simulate/stripe-books'
import { openStripeStandIn } from '@/simulate/stripe-stand-in'
import { authorisePayment } from './authorise-payment'
import { BusyProviderError } from './errors'
import { findProvider } from './find-provider'
import { lookUpPayment } from './look-up-payment'
import type { MovementRequest, Provider } from './schema'
import { voidPayment } from './void-payment'

const SECRET = 'sk_test_stand_in'
const WEBHOOK_SECRET = 'whsec_stand_in'
let standIn: Awaited<ReturnType<typeof openStripeStandIn>>
let stripe: Provider
beforeAll(async () => {
  standIn = await openStripeStandIn({ secretKey: SECRET })
  process.env.STRIPE_SECRET_KEY = SECRET
  process.env.STRIPE_API_URL = standIn.url
  process.env.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET
  stripe = await findProvider()
})
afterAll(async () => {
  delete process.env.STRIPE_SECRET_KEY
  delete process.env.STRIPE_API_URL
  delete process.env.STRIPE_WEBHOOK_SECRET
  await standIn.close()
})

const TIMEOUT_MS = 4_000
let orders = 0
const newOrder = () => `${100_000 + ++orders}-AB12`
const authorise = (orderNumber: string, token = 'pm_card_visa') =>
  authorisePayment({ orderNumber, amountMinor: 1000, currency: 'EUR', token })

async function charged(token?: string): Promise<{ orderNumber: string; authorisation: string }> {
  const orderNumber = newOrder()
  const answer = await authorise(orderNumber, token)
  if (answer.outcome !== 'authorised') throw new Error(JSON.stringify(answer))
  return { orderNumber, authorisation: answer.reference }
}

type Order = { orderNumber: string; authorisation: string }
function move(order: Order, kind: MovementRequest['kind'], amountMinor = 0, operation = '1') {
  const id = kind === 'void' ? `${order.orderNumber}/void` : `${order.orderNumber}/${kind}/${operation}`
  return stripe.move({ ...order, id, kind, amountMinor, currency: 'EUR' }, TIMEOUT_MS)
}
const intentOf = ({ authorisation }: Order) => findIntent(standIn.books, authorisation)
const done = { outcome: 'done', reference: expect.any(String) }

describe('a charge at Stripe', () => {
  it('is authorised once for an order, and found again by it', async () => {
    const orderNumber = newOrder()
    const authorised = { outcome: 'authorised', provider: 'stripe', reference: expect.stringMatching(/^pi_/) }
    const answers = [
      await authorise(orderNumber),
      await authorise(orderNumber),
      await lookUpPayment({ orderNumber }),
    ]
    expect(answers).toEqual([authorised, authorised, authorised])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('that is declined says why, and a card that is none is declined too', async () => {
    expect(await authorise(newOrder(), 'pm_card_chargeDeclined')).toEqual({
      outcome: 'declined',
      reason: 'generic_decline',
    })
    expect(await authorise(newOrder(), 'nothing')).toEqual({
      outcome: 'declined',
      reason: 'resource_missing',
    })
  })

  it.each(['lost', 'busy'] as const)(
    'with an answer that is %s goes through at the second try',
    async (fault) => {
      standIn.setFault(fault)
      expect(await authorise(newOrder())).toMatchObject({ outcome: 'authorised' })
    },
  )

  it('is unknown while Stripe is away', async () => {
    process.env.STRIPE_API_URL = 'http://127.0.0.1:1'
    expect(await authorise(newOrder())).toMatchObject({ outcome: 'unknown' })
    process.env.STRIPE_API_URL = standIn.url
  })

  it('is voided, and a key that was never used is closed for a late charge', async () => {
    const { orderNumber } = await charged()
    expect(await voidPayment({ orderNumber })).toEqual({ outcome: 'voided' })
    expect(await lookUpPayment({ orderNumber })).toEqual({ outcome: 'declined', reason: 'cancelled' })
    const late = newOrder()
    expect(await lookUpPayment({ orderNumber: late })).toEqual({ outcome: 'not-found' })
    expect(await voidPayment({ orderNumber: late })).toEqual({ outcome: 'voided' })
    expect(await authorise(late)).toEqual({ outcome: 'declined', reason: 'cancelled' })
  })
})

describe('a movement at Stripe', () => {
  it('captures in parts, refunds in parts and releases the rest, each once', async () => {
    const order = await charged()
    for (const time of ['first', 'again']) {
      expect([time, await move(order, 'capture', 300, 'a')]).toEqual([time, done])
      expect([time, await move(order, 'capture', 400, 'b')]).toEqual([time, done])
      expect([time, await move(order, 'refund', 100)]).toEqual([time, done])
    }
    expect(intentOf(order)).toMatchObject({ amount_received: 700, amount_capturable: 300 })
    expect(await move(order, 'void')).toEqual(done)
    expect(await move(order, 'void')).toEqual(done)
    expect(intentOf(order)).toMatchObject({ status: 'canceled', amount_received: 700 })
    expect(await move(order, 'refund', 601, '2')).toMatchObject({ outcome: 'refused' })
  })

  it('beyond what is reserved is refused', async () => {
    expect(await move(await charged(), 'capture', 1001)).toEqual({
      outcome: 'refused',
      reason: 'amount_too_large',
    })
  })

  it('on a card that takes one capture releases the rest with it, and refuses the next in words', async () => {
    const order = await charged('pm_card_mastercard')
    expect(await move(order, 'capture', 300, 'a')).toEqual(done)
    expect(intentOf(order)).toMatchObject({ status: 'succeeded', amount_received: 300 })
    expect(await move(order, 'capture', 300, 'b')).toEqual({
      outcome: 'refused',
      reason: 'payment_intent_unexpected_state',
    })
    expect(await move(order, 'void')).toEqual(done)
  })

  it.each(['capture', 'refund', 'void'] as const)('a %s whose answer is lost is done once', async (kind) => {
    const order = await charged()
    if (kind === 'refund') await move(order, 'capture', 1000, 'all')
    // The SDK asks a second time where a connection closes.
    standIn.setFault('lost', 2)
    await expect(move(order, kind, 500)).rejects.toThrow()
    expect(await move(order, kind, 500)).toEqual(done)
    expect(intentOf(order).amount_received).toBe({ capture: 500, refund: 1000, void: 0 }[kind])
    if (kind === 'refund') expect(await move(order, 'refund', 501, '2')).toMatchObject({ outcome: 'refused' })
  })

  it('while Stripe is busy says for how long', async () => {
    const order = await charged()
    standIn.setFault('busy')
    await expect(move(order, 'capture', 500)).rejects.toThrow(new BusyProviderError(1_000).message)
  })

  it('is listed under our own ids', async () => {
    const since = new Date(Math.floor(Date.now() / 1000) * 1000)
    const order = await charged()
    await move(order, 'capture', 300, 'a')
    await move(order, 'refund', 100)
    await move(order, 'void')
    const closed = newOrder()
    await voidPayment({ orderNumber: closed })
    const all = await stripe.list(since)
    expect(all.some(({ orderNumber }) => orderNumber === closed)).toBe(false)
    const listed = all.filter(({ orderNumber }) => orderNumber === order.orderNumber)
    expect(listed.map(({ id, amountMinor, currency }) => `${id} ${amountMinor} ${currency}`)).toEqual([
      `${order.orderNumber}/authorise 1000 EUR`,
      `${order.orderNumber}/capture/a 300 EUR`,
      `${order.orderNumber}/void 700 EUR`,
      `${order.orderNumber}/refund/1 100 EUR`,
    ])
  })
})

describe('a webhook of Stripe', () => {
  const payload = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'payment_intent.succeeded',
    data: { object: { object: 'payment_intent', metadata: { order_number: '100001-AB12' } } },
  })
  const signed = (secret: string, timestamp?: number) =>
    new Headers({
      'stripe-signature': Stripe.webhooks.generateTestHeaderString({
        payload,
        secret,
        ...(timestamp && { timestamp }),
      }),
    })

  it('names its order, when it is signed', () => {
    expect(stripe.readWebhook(payload, signed(WEBHOOK_SECRET))).toEqual({
      outcome: 'heard',
      orderNumber: '100001-AB12',
    })
  })

  it.each([
    ['another secret', () => signed('whsec_other')],
    ['an old signature', () => signed(WEBHOOK_SECRET, 1_000_000)],
    ['no signature', () => new Headers()],
  ])('with %s is not believed', (_, headers) => {
    expect(stripe.readWebhook(payload, headers())).toEqual({ outcome: 'unsigned' })
  })
})
