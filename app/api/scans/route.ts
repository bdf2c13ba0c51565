import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBelt } from '@/lib/conveyor/find-belt'
import { scanBoxOperation } from '../belt-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(scanBoxOperation, async ({ caller, body }) => {
    const startedAt = performance.now()
    knownSite(caller, body.site)
    return json(await findBelt().scan(body, startedAt))
  }),
})
