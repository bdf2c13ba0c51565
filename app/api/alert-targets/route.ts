import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { addAlertTarget } from '@/lib/queue-health/add-alert-target'
import { listAlertTargets } from '@/lib/queue-health/queries'
import { isKnownSite } from '@/lib/sites/queries'
import { knownSite, siteFilter } from '../paging'
import { addAlertTargetOperation, listAlertTargetsOperation } from '../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listAlertTargetsOperation, async ({ caller, query }) =>
    json({ items: await listAlertTargets(siteFilter(caller, query.site)) }),
  ),
  POST: door(addAlertTargetOperation, async ({ caller, body, audit }) => {
    const site = knownSite(caller, body.site)
    if (!(await isKnownSite(site))) notFound(`No site ${site}.`)
    const added = await addAlertTarget(body)
    if (added.outcome === 'known') refuse({ status: 409, title: 'The site has this target already' })
    await audit({ subject: added.target.id, siteId: site })
    return json(added.target, 201)
  }),
})
