import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { thinkAside } from '@/lib/picking/think-aside'
import { planRouteOperation } from '../routing-operations'

// Pickers' tours wait for the same threads; what is not proven by then is answered with its bound.
const LIMIT_MS = 250

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(planRouteOperation, async ({ body }) => {
    const answer = await thinkAside('case', { routeCase: body, limitMs: LIMIT_MS })
    if (!('error' in answer)) return json(answer)
    const { id, error, unreachable, rest } = answer
    refuse({ status: 422, title: 'No such walk', detail: error, id, unreachable, rest })
  }),
})
