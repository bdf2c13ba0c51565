import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { adviseSlotting } from '@/lib/picking/advise-slotting'
import { yesterdayAt } from '@/lib/picking/find-slotting-owed'
import { readSlottingAdvice } from '@/lib/picking/read-slotting-advice'
import { listSpaceAdvice } from '@/lib/replenishment/list-space-advice'
import { adviseSlottingOperation, showSlottingOperation } from '../../../slotting-operations'
import { standingSite } from '../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showSlottingOperation, async ({ caller, params }) =>
    json(await readSlottingAdvice(await standingSite(caller, params.site), null)),
  ),
  POST: door(adviseSlottingOperation, async ({ caller, params, query, audit }) => {
    const site = await standingSite(caller, params.site)
    const now = new Date()
    const day = query.day ?? (await yesterdayAt(site, now))
    const advice = await adviseSlotting(site, day, { now, wishes: await listSpaceAdvice(site) })
    if (caller.kind === 'person') await audit({ subject: day, siteId: site })
    return json(advice)
  }),
})
