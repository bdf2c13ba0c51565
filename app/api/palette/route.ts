import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { onlySite } from '../paging'
import { findAnythingOperation } from '../palette-operations'
import { knownPerson } from '../saved-views/known-person'
import { findAnything } from './find-anything'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(findAnythingOperation, async ({ caller, query: { site, query } }) => {
    const { role } = knownPerson(caller)
    return json({ query, items: await findAnything(onlySite(caller, site), role, query) })
  }),
})
