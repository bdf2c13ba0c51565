import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listTargets } from '@/lib/figures/queries'
import { setTargets } from '@/lib/figures/set-targets'
import { listTargetsOperation, setTargetsOperation } from '../figures-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listTargetsOperation, async ({ caller, query }) =>
    json(await listTargets(knownSite(caller, query.site))),
  ),
  PUT: door(setTargetsOperation, async ({ caller, body, audit }) => {
    const siteId = knownSite(caller, body.site)
    const set = await setTargets(body, caller.clientId, new Date())
    if (set.outcome === 'no-target')
      refuse({
        status: 422,
        title: `${set.figure} can not be aimed at that`,
        detail: 'A share is from 0 to 1.',
      })
    const subject = body.targets.map(({ figure, target }) => `${figure} ${target ?? 'usual'}`).join(', ')
    await audit({ subject, siteId })
    return json(await listTargets(siteId))
  }),
})
