import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listPlan } from '@/lib/figures/queries'
import { setPlan } from '@/lib/figures/set-plan'
import { listPlanOperation, setPlanOperation } from '../figures-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listPlanOperation, async ({ caller, query }) =>
    json(await listPlan(knownSite(caller, query.site))),
  ),
  PUT: door(setPlanOperation, async ({ caller, body, audit }) => {
    const site = knownSite(caller, body.site)
    await setPlan(body, caller.clientId, new Date())
    await audit({ subject: `${site} ${body.weekday}`, siteId: site })
    return json(await listPlan(site))
  }),
})
