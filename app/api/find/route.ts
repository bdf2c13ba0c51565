import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findPlaces } from '@/lib/inventory/find-places'
import { knownSite } from '../paging'
import { findPlacesOperation } from '../stow-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(findPlacesOperation, async ({ caller, query }) =>
    json(await findPlaces(knownSite(caller, query.site), query.query, query.limit)),
  ),
})
