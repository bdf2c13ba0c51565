import { json, notFound, refuse } from '@/app/answers'
import { setLaneStateOperation } from '@/app/api/belt-operations'
import { onlySite } from '@/app/api/paging'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBelt } from '@/lib/conveyor/find-belt'

const unanswered = {
  status: 503,
  title: 'Service Unavailable',
  detail: 'Nobody answers for the sorter of this lane at present; try again.',
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(setLaneStateOperation, async ({ caller, query, body, params, audit }) => {
    const site = onlySite(caller, body.site ?? query.site)
    const code = params.lane ?? ''
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const lane = await findBelt()
      .setLane(site, code, body.state, by)
      .catch(() => refuse(unanswered, { 'retry-after': '1' }))
    if (!lane) notFound(`No lane ${code} at ${site}.`)
    if (caller.kind === 'person') await audit({ subject: `${code} ${body.state}`, siteId: site })
    return json(lane)
  }),
})
