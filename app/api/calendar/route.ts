import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readCalendar } from '@/lib/replenishment/queries'
import { setCalendar } from '@/lib/replenishment/set-calendar'
import { recordAudit } from '@/lib/sites/record-audit'
import { readCalendarOperation, setCalendarOperation } from '../demand-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(readCalendarOperation, async ({ caller, query }) =>
    json(await readCalendar({ ...query, site: knownSite(caller, query.site) })),
  ),
  PUT: door(setCalendarOperation, async ({ caller, body, query, requestId }) => {
    const siteId = knownSite(caller, query.site)
    await setCalendar(siteId, body.items)
    const actor = caller.clientId
    const subject = `${body.items.length} days`
    await recordAudit({ actor, action: 'setCalendar', outcome: 'allowed', subject, siteId, requestId })
    return json(await readCalendar({ site: siteId }))
  }),
})
