import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showTourOperation } from '../../picking-operations'
import { isWalkedBy, knownTour } from '../known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showTourOperation, async ({ caller, params }) => {
    const tour = await knownTour(caller, params.tourId)
    const mayLook = caller.kind === 'machine' || caller.role === 'manager' || isWalkedBy(caller, tour)
    return mayLook ? json(tour) : notFound(`No tour ${tour.tourId}.`)
  }),
})
