import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { giveBackTour } from '@/lib/picking/give-back-tour'
import { recordAudit } from '@/lib/sites/record-audit'
import { giveBackTourOperation } from '../../../picking-operations'
import { knownTour, speakerOf } from '../../known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(giveBackTourOperation, async ({ caller, params, requestId }) => {
    const tour = await knownTour(caller, params.tourId)
    const reason = `Given back by ${tour.picker.name}`
    const given = await giveBackTour(tour.tourId, speakerOf(caller, tour), reason, new Date())
    if (given.outcome === 'not-yours')
      refuse({ status: 409, title: 'Not your tour', detail: 'It is somebody else’s by now.' })
    const [actor, subject, siteId] = [caller.clientId, tour.tourId, tour.site]
    await recordAudit({ actor, action: 'giveBackTour', outcome: 'allowed', subject, siteId, requestId })
    return json(await knownTour(caller, tour.tourId))
  }),
})
