import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBelt } from '@/lib/conveyor/find-belt'
import { showConveyorOperation } from '../belt-operations'
import { onlySite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showConveyorOperation, async ({ caller, query }) => {
    const site = onlySite(caller, query.site)
    const conveyor = await findBelt().describe(site)
    return json(conveyor ?? { site, version: 0, sorters: [], lanes: [], unrecorded: 0 })
  }),
})
