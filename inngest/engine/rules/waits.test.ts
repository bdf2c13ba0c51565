import { describe, expect, test } from 'vitest'
import { equalityKey } from './equality-key'
import { plannedStep } from './planned-step'
import { runDeadline, withinDeadline } from './run-deadline'

const now = new Date('2026-11-21T10:00:00Z')

describe('an equality that an index can use is found in', () => {
  test.each([
    ['event.data.cart == async.data.cart', '$."data"."cart"', '$."data"."cart"'],
    ['async.data.total > 3 && async.data.order == event.data.id', '$."data"."order"', '$."data"."id"'],
    ["async.data.order == 'A-1'", '$."data"."order"', '"A-1"'],
    ['7 == async.data.n', '$."data"."n"', '7'],
  ])('%s', (condition, keyPath, keySource) => {
    expect(equalityKey(condition)).toEqual({ keyPath, keySource })
  })
})

describe('no equality that every match fulfils is in', () => {
  test.each([
    'async.data.total > 3',
    'event.data.cart == async.data.cart || async.data.all == true',
    '!(event.data.cart == async.data.cart)',
    'async.data.cart == null',
    'async.data.a == async.data.b',
    'event.data.cart != async.data.cart',
  ])('%s', (condition) => {
    expect(equalityKey(condition)).toBeNull()
  })
})

describe('a step that cannot be done', () => {
  const plan = (op: string, opts = {}, name = 'x') =>
    plannedStep({ op, id: 'i', name, opts }, 'run', { now, knows: () => false })

  test.each(['WaitForSignal', 'Gateway', 'AIGateway'])('%s is refused by name', (op) => {
    expect(plan(op)).toMatchObject({ outcome: 'refused', error: { message: expect.stringContaining(op) } })
  })

  test('a condition beyond the engine is refused with its text', () => {
    const refusal = plan('WaitForEvent', { timeout: '1h', if: 'size(async.data.x) > 2' }, 'shop/paid')
    expect(refusal).toMatchObject({ outcome: 'refused', error: { message: expect.stringContaining('size') } })
  })

  test.each(['shop/*', 'inngest/function.finished'])('waiting for %s is refused', (name) => {
    expect(plan('WaitForEvent', { timeout: '1h' }, name)).toMatchObject({ outcome: 'refused' })
  })

  test('an unknown function is an error of the step', () => {
    expect(plan('InvokeFunction', { function_id: 'nobody' })).toMatchObject({ outcome: 'settled' })
  })
})

describe('a deadline', () => {
  const timeouts = { startMs: 1_000, finishMs: 60_000 }

  test('is the one for the start until the run began, then the one for the end', () => {
    const createdAt = now
    const startedAt = new Date(now.getTime() + 500)
    expect(runDeadline({ createdAt, startedAt: null }, timeouts)).toEqual({
      at: new Date(now.getTime() + 1_000),
      what: 'start',
    })
    expect(runDeadline({ createdAt, startedAt }, timeouts)?.at.getTime()).toBe(now.getTime() + 60_500)
    expect(runDeadline({ createdAt, startedAt }, { startMs: 1_000 })).toBeNull()
  })

  test('brings forward what is due later, and nothing else', () => {
    const at = new Date(now.getTime() + 60_000)
    const later = withinDeadline(
      { steps: [], fate: { kind: 'again', dueAt: new Date(now.getTime() + 90_000), attempt: 1 } },
      { at, what: 'finish' },
    )
    expect(later.fate).toMatchObject({ dueAt: at })
    const sooner = withinDeadline(
      { steps: [], fate: { kind: 'again', dueAt: now, attempt: 1 } },
      { at, what: 'finish' },
    )
    expect(sooner.fate).toMatchObject({ dueAt: now })
  })
})
