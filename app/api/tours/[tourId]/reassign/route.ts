import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { reassignTour } from '@/lib/picking/reassign-tour'
import { reassignTourOperation } from '../../../picking-operations'
import { knownTour, pickerOf } from '../../../picks/known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(reassignTourOperation, async ({ caller, params, body, audit }) => {
    const { tourId, site } = await knownTour(caller, params.tourId)
    const { outcome } = await reassignTour(tourId, body.picker, pickerOf(caller).name, new Date())
    if (outcome === 'unknown') notFound(`No tour ${tourId}.`)
    if (outcome === 'unknown-picker') notFound(`No picker ${body.picker} at ${site}.`)
    if (outcome === 'busy') refuse({ status: 409, title: 'That picker walks a tour already' })
    if (outcome === 'over') refuse({ status: 409, title: 'The tour is walked no more' })
    const subject = `${tourId} to ${body.picker ?? 'everybody'}`
    await audit({ subject, siteId: site })
    return json(await knownTour(caller, tourId))
  }),
})
