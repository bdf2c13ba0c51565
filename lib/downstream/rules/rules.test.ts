import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv-line'
import { deliveryRetryMs } from './delivery-retry'
import { endpointHealth, FAILURES_TO_ASK_ALONE } from './endpoint-health'
import { cursorOf, type FeedPosition, positionOf, sequenceOf } from './feed-position'
import { retryAfterMs } from './retry-after'
import { wantsType } from './wants-type'

const now = new Date('2026-11-21T12:00:00Z')
const positions = fc.record({
  xid: fc.bigInt(0n, 2n ** 63n - 1n),
  kind: fc.constantFrom(0, 1),
  rowId: fc.bigInt(0n, 2n ** 63n - 1n),
})
const isBefore = (a: FeedPosition, b: FeedPosition) =>
  a.xid < b.xid || (a.xid === b.xid && (a.kind < b.kind || (a.kind === b.kind && a.rowId < b.rowId)))

describe('a position in the feed', () => {
  it('comes back from its cursor', () =>
    fc.assert(fc.property(positions, (one) => void expect(positionOf(cursorOf(one))).toEqual(one))))

  it('is before another as its sequence is', () =>
    fc.assert(fc.property(positions, positions, (a, b) => isBefore(a, b) === sequenceOf(a) < sequenceOf(b))))

  it('is in no other text', () => {
    for (const text of ['', 'now', '...', btoa('1.2.3'), btoa('9999999999999999999.0.1'), 'é'])
      expect(positionOf(text)).toBeNull()
  })
})

describe('a delivery that failed', () => {
  it('is tried again by the schedule of Standard Webhooks, ten times in all', () => {
    const hours = Array.from({ length: 10 }, (_, n) => (deliveryRetryMs(n + 1, 0) ?? -1) / 3_600_000)
    expect(hours.slice(2)).toEqual([0.5, 2, 5, 10, 14, 20, 24, -1 / 3_600_000])
    expect(deliveryRetryMs(1, 0)).toBe(5_000)
    expect(deliveryRetryMs(1, 0.999)).toBeLessThanOrEqual(5_500)
  })

  it('waits as long as it is asked to, a day at most', () => {
    expect(retryAfterMs('120', now)).toBe(120_000)
    expect(retryAfterMs('Sat, 21 Nov 2026 12:01:00 GMT', now)).toBe(60_000)
    expect(retryAfterMs('Sat, 21 Nov 2026 11:00:00 GMT', now)).toBe(0)
    expect(retryAfterMs('999999999', now)).toBe(86_400_000)
    for (const nothing of [null, 'soon', '']) expect(retryAfterMs(nothing, now)).toBeNull()
  })
})

describe('an endpoint', () => {
  const well = { failures: 0, failingSince: null, lastSuccessAt: null, lastError: null, throttledUntil: null }
  const failed = { status: 500, retryAfter: null, error: 'answered 500' }

  it('is asked without a pause until it has failed some times in a row, and well again at once', () => {
    let health: Parameters<typeof endpointHealth>[0] = well
    for (let n = 1; n < FAILURES_TO_ASK_ALONE; n++) health = endpointHealth(health, failed, now).health
    expect(health).toMatchObject({ throttledUntil: null, failingSince: now })
    health = endpointHealth(health, failed, now).health
    expect(health.throttledUntil).toEqual(new Date('2026-11-21T12:00:05Z'))
    const taken = { status: 204, retryAfter: null, error: null }
    expect(endpointHealth(health, taken, now).health).toEqual({ ...well, lastSuccessAt: now })
  })

  it('is given up when it is gone, or has failed for five days', () => {
    expect(endpointHealth(well, { ...failed, status: 410 }, now).disable).toBe('gone')
    const since = (days: number) => ({ ...well, failingSince: new Date(now.getTime() - days * 86_400_000) })
    expect(endpointHealth(since(4.9), failed, now).disable).toBeNull()
    expect(endpointHealth(since(5), failed, now).disable).toBe('failing')
  })
})

it('wants a type by its name or its beginning', () => {
  expect(wantsType(['stowline.orders.*'], 'stowline.orders.placed.v1')).toBe(true)
  expect(wantsType(['*'], 'stowline.orders.placed.v1')).toBe(true)
  expect(wantsType(['stowline.orders.placed.v1'], 'stowline.orders.placed.v10')).toBe(false)
  expect(wantsType(['stowline.inventory.*'], 'stowline.orders.placed.v1')).toBe(false)
})

it('quotes in CSV what needs it', () =>
  expect(csvLine(['a', 'b,c', 'say "x"', 'l\nm'])).toBe('a,"b,c","say ""x""","l\nm"\r\n'))
