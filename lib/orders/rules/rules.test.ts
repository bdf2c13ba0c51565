import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkoutSteps, type InlineFacts } from './checkout-steps'
import { owedSteps } from './deferred-steps'
import { oneLineEachSku } from './one-line-each-sku'
import { declinedAnswer, outOfStockAnswer, placedAnswer } from './order-answers'
import { GIVE_UP_AFTER_SECONDS, unknownChargePlan } from './unknown-charge-plan'

const at = new Date('2026-11-21T06:00:00Z')
const facts: InlineFacts = {
  status: 'placed',
  createdAt: at,
  placedAt: at,
  closedAt: null,
  chargeAttempts: 1,
  chargeError: null,
  holdError: null,
}
const states = (order: InlineFacts) => checkoutSteps(order, []).map((step) => `${step.kind} ${step.state}`)

describe('the six steps', () => {
  it.each([
    [{}, ['charge done', 'hold done', 'save done']],
    [
      { status: 'confirming', placedAt: null, chargeAttempts: 0 },
      ['charge running', 'hold done', 'save pending'],
    ],
    [{ status: 'confirming', placedAt: null }, ['charge retrying', 'hold done', 'save pending']],
    [{ status: 'declined', placedAt: null, closedAt: at }, ['charge failed', 'hold done', 'save pending']],
    [{ status: 'refused', placedAt: null, closedAt: at }, ['charge pending', 'hold failed', 'save pending']],
  ] as const)('of %o stand as the order does', (change, expected) => {
    expect(states({ ...facts, ...change }).slice(0, 3)).toEqual(expected)
  })

  it('are always six, in the order of the checkout', () => {
    expect(states(facts)).toHaveLength(6)
  })
})

it('owes the mail in a minute, the warehouse in 15 s, recommendations in 10 minutes, unless the site says otherwise', () => {
  const seconds = (own: Record<string, number>) =>
    owedSteps(at, own).map((step) => (step.dueAt.getTime() - at.getTime()) / 1000)
  expect(seconds({})).toEqual([60, 15, 600])
  expect(seconds({ 'confirmation-email': 5 })).toEqual([5, 15, 600])
})

it('keeps every unit when lines of one SKU become one', () => {
  const line = fc.record({ sku: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 99 }) })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const merged = oneLineEachSku(lines)
      const units = (all: readonly { quantity: number }[]) => all.reduce((sum, one) => sum + one.quantity, 0)
      expect(units(merged)).toBe(units(lines))
      expect(new Set(merged.map((one) => one.sku)).size).toBe(merged.length)
    }),
  )
})

it('charges again while a buyer may still wait, and gives up after ten minutes', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (age) => {
      expect(unknownChargePlan(age)).toBe(age < GIVE_UP_AFTER_SECONDS ? 'charge' : 'give-up')
    }),
  )
})

describe('answers', () => {
  it('name the line of the request that is short', () => {
    const short = { sku: 'b', requested: 3, available: 1 }
    const { status, body } = outOfStockAnswer('1-A', [{ sku: 'a' }, { sku: 'b' }], [short])
    expect(status).toBe(409)
    expect(JSON.parse(body).errors).toEqual([
      { pointer: '/lines/1/quantity', detail: '3 of b wanted, 1 available', ...short },
    ])
  })

  it('give the status in the body that the door gives in the head', () => {
    const placed = placedAnswer({
      ...facts,
      orderNumber: '1-A',
      totalMinor: 5,
      currency: 'EUR',
      placedAt: at,
      stepDueSeconds: {},
    })
    expect([placed.status, JSON.parse(placed.body).status]).toEqual([201, 'placed'])
    expect(JSON.parse(declinedAnswer('1-A', 'no funds').body).status).toBe(402)
  })
})
