import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnCases } from '@/lib/testing/draw-route-cases'
import { planRoute } from './plan-route'
import { planWithClasses } from './plan-with-classes'

const LIMIT = { limitMs: 60_000, nowMs: () => 0 }

it('serves every stop in the order of its class, never longer than the plain route, never below its bound', () => {
  fc.assert(
    fc.property(drawnCases({ stops: 5, options: 3, classes: true }), (routeCase) => {
      const [plain, plan] = [planRoute(routeCase, LIMIT), planWithClasses(routeCase, LIMIT)]
      expect(plan.outcome).toBe(plain.outcome)
      if (plan.outcome === 'impossible' || plain.outcome === 'impossible') return
      expect(plan.length).toBeLessThanOrEqual(plain.length + 1e-6)
      expect(plan.lowerBound).toBeLessThanOrEqual(plan.length + 1e-6)
      const left = new Map(
        routeCase.stops.filter(({ id }) => !plan.unreachable.includes(id)).map(({ id, qty }) => [id, qty]),
      )
      const classes = plan.visits.map(({ stop, bin, qty }) => {
        const asked = routeCase.stops.find(({ id }) => id === stop)
        const most = asked?.options.find((option) => option.bin === bin)?.qty ?? 0
        expect(qty).toBeLessThanOrEqual(most)
        left.set(stop, (left.get(stop) ?? 0) - qty)
        return asked?.class ?? 0
      })
      expect([...left.values()].every((qty) => qty === 0)).toBe(true)
      expect(classes).toEqual([...classes].sort((a, b) => a - b))
    }),
    { numRuns: 60 },
  )
})
