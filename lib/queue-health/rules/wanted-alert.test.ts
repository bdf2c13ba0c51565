import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Queue } from '../schema'
import { queueCauseSchema, queueKindSchema, queueStateSchema } from '../schema'
import { type Standing, wantedDeadLetterAlert, wantedFlowAlert } from './wanted-alert'

const queue: Queue = {
  name: 'confirmation-email',
  kind: 'step',
  site: 'TEST-1',
  state: 'healthy',
  waiting: 9,
  running: 0,
  retrying: 3,
  dead: 0,
  overdue: 2,
  oldestWaitSeconds: 70,
  oldestSince: '2026-11-21T14:02:00.000Z',
  lastSuccessAt: null,
  perMinute: 0,
  p95WaitMs: null,
  drainSeconds: null,
  ordersAffected: 9,
  cause: null,
  message: '9 orders wait',
}
const standing: Standing = { badSeconds: 0, engineGone: false, failing: 0, servesStep: false }
const ask = (facts: Partial<Queue>, more: Partial<Standing> = {}) =>
  wantedFlowAlert({ ...queue, ...facts }, { ...standing, ...more })

describe('a step', () => {
  it('is critical at once when something is overdue and nothing moves', () => {
    expect(ask({ state: 'stalled', cause: 'worker-gone' })).toBe('critical')
    expect(ask({ state: 'down', cause: 'dependency-refusing' })).toBe('critical')
  })

  it('is worth a warning before anything is overdue when three orders are refused for a while', () => {
    const refused = { state: 'down', cause: 'dependency-refusing', overdue: 0 } as const
    expect(ask(refused, { badSeconds: 15, failing: 3 })).toBe('warning')
    expect(ask(refused, { badSeconds: 14, failing: 3 })).toBe(null)
    expect(ask(refused, { badSeconds: 15, failing: 2 })).toBe(null)
  })

  it('asks for nothing while it is slow in time', () => {
    expect(ask({ state: 'slow', cause: 'worker-gone', overdue: 0 }, { badSeconds: 900 })).toBe(null)
  })

  it('is worth a warning at once for input at fault and for lost work', () => {
    expect(ask({ state: 'slow', cause: 'poison-input' })).toBe('warning')
    expect(ask({ state: 'slow', cause: 'lost-work' })).toBe('warning')
    expect(ask({ state: 'slow', cause: 'poison-input' }, { badSeconds: 3_600 })).toBe('warning')
  })

  it('gives a burst a minute and others ten seconds, and is critical after five minutes', () => {
    const burst = { state: 'slow', cause: 'burst' } as const
    expect(ask(burst, { badSeconds: 59 })).toBe(null)
    expect(ask(burst, { badSeconds: 60 })).toBe('warning')
    const overload = { state: 'slow', cause: 'overload' } as const
    expect(ask(overload, { badSeconds: 9 })).toBe(null)
    expect(ask(overload, { badSeconds: 10 })).toBe('warning')
    expect(ask(overload, { badSeconds: 300 })).toBe('critical')
  })
})

describe('a function', () => {
  it('is worth a warning when it has not been well for a while', () => {
    const stalled = { kind: 'function', state: 'stalled', cause: 'worker-gone' } as const
    expect(ask(stalled, { badSeconds: 14 })).toBe(null)
    expect(ask(stalled, { badSeconds: 15 })).toBe('warning')
  })

  it('is told of as the step that it carries out', () => {
    expect(ask({ kind: 'function', state: 'stalled' }, { badSeconds: 900, servesStep: true })).toBe(null)
  })
})

describe('the night shift', () => {
  it('is critical when it is gone, and a warning when a worker of it died', () => {
    expect(ask({ kind: 'engine', state: 'down', cause: 'engine-gone' }, { engineGone: true })).toBe(
      'critical',
    )
    expect(ask({ kind: 'engine', state: 'slow', cause: 'worker-gone' })).toBe('warning')
  })

  it('has ten seconds to catch up before it is a warning, and a minute before it is critical', () => {
    const slow = { kind: 'engine', state: 'slow', cause: 'overload' } as const
    expect(ask(slow, { badSeconds: 9 })).toBe(null)
    expect(ask(slow, { badSeconds: 900 })).toBe('warning')
    expect(ask({ ...slow, state: 'stalled' }, { badSeconds: 60 })).toBe('critical')
  })
})

const anyQueue = fc
  .record({
    kind: fc.constantFrom(...queueKindSchema.options),
    state: fc.constantFrom(...queueStateSchema.options),
    cause: fc.constantFrom(null, ...queueCauseSchema.options),
    waiting: fc.nat(1_000),
    retrying: fc.nat(1_000),
    overdue: fc.nat(1_000),
  })
  .map((facts): Queue => ({ ...queue, ...facts }))
const anyStanding = fc.record({
  badSeconds: fc.nat(1_000),
  engineGone: fc.boolean(),
  failing: fc.nat(10),
  servesStep: fc.boolean(),
})

describe('any queue', () => {
  it('asks for no alert while it is healthy', () => {
    fc.assert(
      fc.property(anyQueue, anyStanding, (one, how) => {
        const flow = wantedFlowAlert({ ...one, state: 'healthy' }, how)
        expect(['warning', 'critical']).not.toContain(flow)
      }),
    )
  })

  it('leaves its alert as it is while the engine is gone, for only the night shift speaks then', () => {
    fc.assert(
      fc.property(anyQueue, anyStanding, (one, how) => {
        const flow = wantedFlowAlert(one, { ...how, engineGone: true })
        expect(flow === 'hold').toBe(one.kind !== 'engine')
      }),
    )
  })

  it('never asks for less because it has been unwell for longer', () => {
    const rank = { hold: 0, null: 0, warning: 1, critical: 2 }
    fc.assert(
      fc.property(anyQueue, anyStanding, fc.nat(1_000), (one, how, more) => {
        const earlier = wantedFlowAlert(one, how)
        const later = wantedFlowAlert(one, { ...how, badSeconds: how.badSeconds + more })
        expect(rank[`${later}`]).toBeGreaterThanOrEqual(rank[`${earlier}`])
      }),
    )
  })
})

describe('what was given up', () => {
  const given = (facts: Partial<Queue>, error: string | null = null) =>
    wantedDeadLetterAlert({ ...queue, ...facts }, 'Confirmation e-mail', error)

  it('asks for a warning that counts the orders and says why', () => {
    expect(given({ dead: 2 }, '550 no such user')).toEqual({
      site: 'TEST-1',
      queue: 'confirmation-email',
      topic: 'dead-letters',
      severity: 'warning',
      cause: 'poison-input',
      message: 'Confirmation e-mail: given up for 2 orders, last because: 550 no such user',
      ordersAffected: 2,
    })
  })

  it('counts events of a function, which are no orders', () => {
    expect(given({ dead: 1, kind: 'function' })).toMatchObject({
      message: 'Confirmation e-mail: given up for 1 event',
      ordersAffected: 0,
    })
  })

  it('asks for nothing when there is none, and not a second time for the night shift', () => {
    expect(given({ dead: 0 })).toBe(null)
    expect(given({ dead: 5, kind: 'engine' })).toBe(null)
  })
})
