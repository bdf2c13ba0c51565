import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readCalendar } from '@/lib/replenishment/queries'
import { setCalendar } from '@/lib/replenishment/set-calendar'
import { readCalendarOperation, setCalendarOperation } from '../demand-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(readCalendarOperation, async ({ caller, query }) =>
    json(await readCalendar({ ...query, site: knownSite(caller, query.site) })),
  ),
  PUT: door(setCalendarOperation, async ({ caller, body, query, audit }) => {
    const siteId = knownSite(caller, query.site)
    await setCalendar(siteId, body.items)
    const subject = `${body.items.length} days`
    await audit({ subject, siteId })
    return json(await readCalendar({ site: siteId }))
  }),
})
