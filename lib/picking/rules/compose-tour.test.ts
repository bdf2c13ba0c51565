import { expect, it } from 'vitest'
import { composeTour } from './compose-tour'

const FRONT = { aisle: 0, y: 0 }
const hold = (stockLineId: number, sku: string) => ({ lineNumber: 1, stockLineId, sku, quantity: 1 })
const line = (stockLineId: number, sku: string, aisle: number) => ({
  ...{ stockLineId, sku, place: { aisle, y: 18 }, expiresOn: null, free: 9, isDoubted: false },
  ...{ weightGrams: 100, volumeMl: 100, temperatureZone: 'ambient' as const },
})
const QUESTION = {
  layout: {
    ...{ aisleX: [0, 3, 6], crossY: [0, 20] },
    ...{ blocked: { aisle: [], cross: [] }, oneWay: { aisle: {}, cross: {} } },
  },
  ...{ start: FRONT, end: FRONT, today: '2026-11-21' },
  rules: {
    ...{
      onShort: 'ship' as const,
      cartTotes: 2,
      toteVolumeMl: 1_000,
      cartWeightGrams: 9_000,
      leaseMinutes: 10,
    },
    ...{ heavyFirst: false, frozenLast: false, isFefo: true, avoidCrowds: true },
  },
  lists: [
    { orderNumber: 'A', isUrgent: true, holds: [hold(1, 'MILK')] },
    { orderNumber: 'B', isUrgent: false, holds: [hold(2, 'TEA')] },
    { orderNumber: 'C', isUrgent: false, holds: [hold(3, 'BREAD')] },
  ],
  lines: [line(1, 'MILK', 2), line(2, 'TEA', 1), line(3, 'BREAD', 0)],
}

/** Time that passes by being asked for: as much is thought on every machine. */
function patience() {
  let asked = 0
  return { batchingMs: 200, routingMs: 10_000, nowMs: () => asked++, random: () => 0.5 }
}

it('takes the orders that lie on one walk, and leaves a crowded aisle to a later tour', () => {
  expect(composeTour({ ...QUESTION, crowded: [] }, patience())).toMatchObject({ orders: ['A', 'B'] })
  expect(composeTour({ ...QUESTION, crowded: [1] }, patience())).toMatchObject({
    ...{ orders: ['A', 'C'], walkMetres: 52, isOptimal: true },
  })
})
