import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { shortPick } from '@/lib/picking/short-pick'
import { shortPickOperation } from '../../../picking-operations'
import { knownTour, speakerOf } from '../../known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(shortPickOperation, async ({ caller, params, body }) => {
    const tour = await knownTour(caller, params.tourId)
    const short = await shortPick(tour.tourId, speakerOf(caller, tour), body, new Date())
    if (short.outcome === 'unknown') notFound(`No tour ${tour.tourId}.`)
    if (short.outcome === 'conflict') refuse({ status: 409, title: short.reason, detail: short.says })
    return json(short.answer)
  }),
})
