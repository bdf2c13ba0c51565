import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { extendLease } from '@/lib/picking/extend-lease'
import { extendLeaseOperation } from '../../../picking-operations'
import { knownTour, speakerOf } from '../../known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(extendLeaseOperation, async ({ caller, params }) => {
    const tour = await knownTour(caller, params.tourId)
    const lease = await extendLease(tour.tourId, speakerOf(caller, tour), new Date())
    if (lease.outcome === 'not-yours')
      refuse({ status: 409, title: 'Not your tour', detail: 'It is somebody else’s by now, or has ended.' })
    return json({ leaseUntil: lease.leaseUntil.toISOString(), version: lease.version })
  }),
})
