import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { confirmPicks } from '@/lib/picking/confirm-picks'
import { confirmPicksOperation } from '../../../picking-operations'
import { knownTour, speakerOf } from '../../known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(confirmPicksOperation, async ({ caller, params, body }) => {
    const tour = await knownTour(caller, params.tourId)
    const answer = await confirmPicks(tour.tourId, speakerOf(caller, tour), body, new Date())
    return answer ? json(answer) : notFound(`No tour ${tour.tourId}.`)
  }),
})
