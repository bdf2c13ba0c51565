import { describe, expect, it } from 'vitest'
import type { OrderSummary, Step } from '@/lib/orders/schema'
import { orderAnswer } from './order-answer'
import { orderTimeline } from './order-timeline'

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 6, 0, second))
const step = (kind: Step['kind'], state: Step['state'], dueAt: Date | null): Step => ({
  kind,
  mode: dueAt ? 'deferred' : 'inline',
  state,
  attempts: 1,
  startedAt: null,
  finishedAt: state === 'done' ? at(3).toISOString() : null,
  dueAt: dueAt?.toISOString() ?? null,
  lastError: null,
})
const order: OrderSummary = {
  orderNumber: '100001-ABCD',
  site: 'S',
  status: 'placed',
  customerName: 'Ada',
  lineCount: 1,
  unitCount: 2,
  total: { amount: 500, currency: 'EUR' },
  createdAt: at(0).toISOString(),
  placedAt: at(1).toISOString(),
  version: 2,
  steps: [step('confirmation-email', 'retrying', at(60)), step('recommendations', 'done', at(600))],
}

describe('the answer to "did my order go through?"', () => {
  it('is yes, and names what is late only once it is late', () => {
    expect(orderAnswer(order, at(59))).toMatch(/^Yes: .* held for you\.$/)
    expect(orderAnswer(order, at(61))).toMatch(/; the confirmation e-mail is late and will follow\.$/)
  })

  it.each([
    ['refused', /^No: some items were not in stock/],
    ['declined', /^No: the card was declined/],
    ['cancelled', /^It was placed, and then cancelled/],
    ['confirming', /^Not yet: /],
  ] as const)('of a %s order is plain', (status, words) => {
    expect(orderAnswer({ ...order, status }, at(61))).toMatch(words)
  })
})

describe('the timeline', () => {
  const facts = {
    order,
    closedAt: null,
    payment: { state: 'authorised', provider: 'sandbox', reference: 'auth_1', createdAt: at(1) },
    bins: [{ bin: 'A01-1-A', sku: 'MILK', quantity: 2 }],
    mails: [{ toAddress: 'ada@example.com', subject: 'Order placed', sentAt: at(4) }],
    picks: { createdAt: at(2), lineCount: 1, tours: [], stops: [] },
    belt: { scans: [], parcels: [] },
  }

  it('tells everything that happened, oldest first, and nothing that did not', () => {
    expect(orderTimeline(facts).map((entry) => entry.text)).toEqual([
      'Order received: 2 units in 1 line',
      'Stock held: 2 x MILK in A01-1-A',
      'Payment authorised by sandbox (auth_1)',
      'Order placed: charged, held and saved',
      'Warehouse notified: pick list with 1 line',
      'Recommendations brought up to date',
      'Mail to ada@example.com: Order placed',
    ])
  })

  it('tells who picked what into which tote, what was short, and what came of it', () => {
    const done = (at: string, more: object) => ({
      ...{
        at,
        bin: 'A01-1-A',
        name: 'Milk',
        tote: 'T000001',
        picker: 'Ann',
        quantity: 2,
        picked: 2,
        reason: null,
        released: 0,
      },
      ...more,
    })
    const picks = {
      ...{ createdAt: at(2), lineCount: 2 },
      tours: [
        {
          picker: 'Ann',
          startedAt: at(5).toISOString(),
          endedAt: null,
          endReason: null,
          totes: ['T000001'],
          open: 0,
        },
      ],
      stops: [
        done(at(6).toISOString(), {}),
        done(at(7).toISOString(), { bin: 'A02-1-A', picked: 1, reason: 'empty', released: 1 }),
      ],
    }
    expect(
      orderTimeline({ ...facts, bins: [], picks }).flatMap(({ kind, text }) => (kind === 'pick' ? text : [])),
    ).toEqual([
      'Warehouse notified: pick list with 2 lines',
      'On a tour of Ann, in T000001',
      'Ann picked 3 units from 2 bins into T000001',
      'Ann found 1 of 2 x Milk in A02-1-A (empty): 1 nowhere to be had',
    ])
  })

  it('of a refused order ends with the refusal', () => {
    const refused = { ...order, status: 'refused', placedAt: null, steps: [] } as const
    const nothing = { payment: null, bins: [], mails: [], picks: null, belt: facts.belt }
    const texts = orderTimeline({ ...nothing, order: { ...refused, steps: [] }, closedAt: at(0) }).map(
      ({ text }) => text,
    )
    expect(texts).toEqual([
      'Order received: 2 units in 1 line',
      'Order refused: not enough stock, nothing held or charged',
    ])
  })
})
