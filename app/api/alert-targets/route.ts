import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { addAlertTarget } from '@/lib/queue-health/add-alert-target'
import { listAlertTargets } from '@/lib/queue-health/queries'
import { isKnownSite } from '@/lib/sites/queries'
import { recordAudit } from '@/lib/sites/record-audit'
import { knownSite, siteFilter } from '../paging'
import { addAlertTargetOperation, listAlertTargetsOperation } from '../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listAlertTargetsOperation, async ({ caller, query }) =>
    json({ items: await listAlertTargets(siteFilter(caller, query.site)) }),
  ),
  POST: door(addAlertTargetOperation, async ({ caller, body, requestId }) => {
    const site = knownSite(caller, body.site)
    if (!(await isKnownSite(site))) notFound(`No site ${site}.`)
    const added = await addAlertTarget(body)
    if (added.outcome === 'known') refuse({ status: 409, title: 'The site has this target already' })
    const subject = `${body.kind} ${body.address}`
    const action = 'addAlertTarget'
    await recordAudit({
      actor: caller.clientId,
      action,
      outcome: 'allowed',
      subject,
      siteId: site,
      requestId,
    })
    return json(added.target, 201)
  }),
})
