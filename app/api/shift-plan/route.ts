import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readShiftPlan } from '@/lib/figures/read-shift-plan'
import { setShiftPlan } from '@/lib/figures/set-shift-plan'
import { isKnownSite } from '@/lib/sites/queries'
import { onlySite } from '../paging'
import { setShiftPlanOperation, showShiftPlanOperation } from '../report-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showShiftPlanOperation, async ({ caller, query }) =>
    json(await readShiftPlan(onlySite(caller, query.site))),
  ),
  PUT: door(setShiftPlanOperation, async ({ caller, query, body, audit }) => {
    const siteId = onlySite(caller, query.site)
    if (!(await isKnownSite(siteId))) notFound(`No site ${siteId}.`)
    const plan = await setShiftPlan(siteId, body, new Date())
    await audit({ subject: siteId, siteId })
    return json(plan)
  }),
})
