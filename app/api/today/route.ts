import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findToday } from '@/lib/support/queries'
import { showTodayOperation } from '../operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showTodayOperation, async ({ caller, query }) => {
    return json(await findToday(knownSite(caller, query.site), new Date()))
  }),
})
