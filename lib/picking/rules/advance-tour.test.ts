import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tourOf } from '@/lib/testing/tour-of'
import type { Tour } from '../schema'
import { advanceTour, openStops, type PickerAct } from './advance-tour'

const at = '2026-11-21T10:00:00Z'
let ids = 0
const idOf = () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`
const pick = (seq: number, quantity: number, total = quantity): PickerAct => ({
  kind: 'pick',
  operationId: idOf(),
  tourId: 'tour-1',
  seq,
  bin: `A01-0${seq}-A1`,
  sku: `SKU-${seq}`,
  quantity,
  total,
  at,
})
const short = (seq: number, found: number): PickerAct => ({
  kind: 'short',
  operationId: idOf(),
  tourId: 'tour-1',
  seq,
  found,
  total: found,
  reason: 'too-few',
  at,
})
const show = (tour: Tour, acts: readonly PickerAct[]) => acts.reduce(advanceTour, tour)
const states = (tour: Tour) => tour.stops.map(({ state, picked }) => `${state} ${picked}`)

describe('a tour as the phone shows it', () => {
  const tour = tourOf([
    { seq: 1, quantity: 2 },
    { seq: 2, quantity: 3 },
    { seq: 3, state: 'cancelled' },
  ])

  it('goes on to the next open stop', () => {
    expect(openStops(show(tour, [pick(1, 2)])).map(({ seq }) => seq)).toEqual([2])
    expect(openStops(show(tour, [pick(1, 2), short(2, 1)]))).toEqual([])
  })

  it('counts what was found at a short stop', () => {
    expect(states(show(tour, [short(2, 1)]))).toEqual(['open 0', 'short 1', 'cancelled 0'])
  })

  it('leaves a stop that the server cancelled', () => {
    expect(states(show(tour, [pick(3, 1)]))[2]).toBe('cancelled 0')
  })

  it('knows nothing of acts on another tour', () => {
    expect(show(tour, [{ ...pick(1, 2), tourId: 'tour-2' }])).toEqual(tour)
  })
})

/** What walkers do and networks do to it: an act is told, arrives, its answer is lost, the tour is read again. */
const story = fc
  .record({
    quantities: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
    isShort: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    arrivals: fc.array(fc.nat(7), { maxLength: 30 }),
    order: fc.array(fc.nat(1000), { minLength: 16, maxLength: 16 }),
  })
  .map(({ quantities, isShort, arrivals, order }) => {
    const tour = tourOf(quantities.map((quantity, index) => ({ seq: index + 1, quantity })))
    const acts = quantities.map((quantity, index) =>
      isShort[index] ? short(index + 1, quantity - 1) : pick(index + 1, quantity),
    )
    return { tour, acts, arrivals, order }
  })

it('is one picture in whatever order and however often acts are laid over it', () => {
  fc.assert(
    fc.property(story, ({ tour, acts, order }) => {
      const shuffled = [...acts, ...acts]
        .map((act, index) => ({ act, by: order[index] ?? 0 }))
        .sort((one, other) => one.by - other.by)
        .map(({ act }) => act)
      expect(show(tour, shuffled)).toEqual(show(tour, acts))
    }),
  )
})

it('is one picture whichever of the acts the server has taken already, and counts every pick once', () => {
  fc.assert(
    fc.property(story, ({ tour, acts, arrivals }) => {
      const whole = show(tour, acts)
      let server = tour
      const taken = new Set<string>()
      for (const index of arrivals) {
        const act = acts[index]
        if (act && !taken.has(act.operationId)) server = advanceTour(server, act)
        if (act) taken.add(act.operationId)
        // Whether or not the answer came back: what waits is laid over what the server says now.
        expect(show(server, acts)).toEqual(whole)
      }
      const picked = acts.reduce((sum, act) => sum + (act.kind === 'give-back' ? 0 : act.total), 0)
      expect(whole.stops.reduce((sum, stop) => sum + stop.picked, 0)).toBe(picked)
    }),
  )
})
