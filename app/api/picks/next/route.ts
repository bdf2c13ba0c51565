import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { nextTour } from '@/lib/picking/next-tour'
import { isKnownSite } from '@/lib/sites/queries'
import { onlySite } from '../../paging'
import { nextTourOperation } from '../../picking-operations'
import { pickerOf } from '../known-tour'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(nextTourOperation, async ({ caller, query }) => {
    const site = onlySite(caller, query.site)
    if (!(await isKnownSite(site))) notFound(`No site ${site}.`)
    const tour = await nextTour(site, pickerOf(caller, query.picker), new Date())
    return tour ? json(tour) : new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  }),
})
