import { routeCaseSchema, routeSolutionSchema } from '@/lib/picking/schema'
import type { Operation } from './operation'

export const planRouteOperation = {
  id: 'planRoute',
  method: 'POST',
  path: '/api/routes',
  summary:
    'The shortest walk of a case `pick-route-case/1`: visits in walking order; `proven` only when no walk is shorter',
  admits: { scope: 'read', roles: ['manager', 'picker'] },
  body: routeCaseSchema,
  answers: {
    200: { description: 'The route', schema: routeSolutionSchema },
    422: {
      description:
        'Nobody can walk it: `unreachable` names the stops out of reach, `rest` is the route of the others',
    },
  },
} as const satisfies Operation

export const routingOperations: Operation[] = [planRouteOperation]
