import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { answerRouteCase } from '@/lib/picking/answer-route-case'
import { planRouteOperation } from '../routing-operations'

// The one thread of the house waits meanwhile; what is not proven by then is answered with its bound.
const LIMIT_MS = 250

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(planRouteOperation, async ({ body }) => {
    const answer = answerRouteCase(body, LIMIT_MS)
    if (!('error' in answer)) return json(answer)
    const { id, error, unreachable, rest } = answer
    refuse({ status: 422, title: 'No such walk', detail: error, id, unreachable, rest })
  }),
})
