import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listPlan } from '@/lib/figures/queries'
import { setPlan } from '@/lib/figures/set-plan'
import { recordAudit } from '@/lib/sites/record-audit'
import { listPlanOperation, setPlanOperation } from '../figures-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listPlanOperation, async ({ caller, query }) =>
    json(await listPlan(knownSite(caller, query.site))),
  ),
  PUT: door(setPlanOperation, async ({ caller, body, requestId }) => {
    const site = knownSite(caller, body.site)
    await setPlan(body, caller.clientId, new Date())
    const audit = { actor: caller.clientId, action: 'setPlan', siteId: site, requestId }
    await recordAudit({ ...audit, outcome: 'allowed', subject: `${site} ${body.weekday}` })
    return json(await listPlan(site))
  }),
})
