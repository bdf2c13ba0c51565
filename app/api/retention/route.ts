import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { recordAudit } from '@/lib/sites/record-audit'
import { readRetention, setRetention } from '@/lib/support/set-retention'
import { setRetentionOperation, showRetentionOperation } from '../data-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showRetentionOperation, async ({ caller, query }) =>
    json(await readRetention(knownSite(caller, query.site))),
  ),
  PUT: door(setRetentionOperation, async ({ caller, query, body, requestId }) => {
    const site = knownSite(caller, query.site)
    const actor = caller.clientId
    const kept = await setRetention({ site, ...body }, actor, new Date())
    const subject = `${body.personYears} and ${body.recordYears} years`
    await recordAudit({ actor, action: 'setRetention', outcome: 'allowed', subject, siteId: site, requestId })
    return json(kept)
  }),
})
