import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { giveBackTour } from '@/lib/picking/give-back-tour'
import { giveBackTourOperation } from '../../../picking-operations'
import { knownTour, speakerOf } from '../../known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(giveBackTourOperation, async ({ caller, params, audit }) => {
    const tour = await knownTour(caller, params.tourId)
    const reason = `Given back by ${tour.picker.name}`
    const given = await giveBackTour(tour.tourId, speakerOf(caller, tour), reason, new Date())
    if (given.outcome === 'not-yours')
      refuse({ status: 409, title: 'Not your tour', detail: 'It is somebody else’s by now.' })
    const [_actor, subject, siteId] = [caller.clientId, tour.tourId, tour.site]
    await audit({ subject, siteId })
    return json(await knownTour(caller, tour.tourId))
  }),
})
