import { z } from 'zod'
import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { replayDay } from '@/lib/figures/replay-day'
import { weekBefore } from '@/lib/figures/rules/week-before'
import { isKnownSite } from '@/lib/sites/queries'
import { showDayOperation } from '../../day-operations'
import { onlySite } from '../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showDayOperation, async ({ caller, query, params }) => {
    const site = onlySite(caller, query.site)
    const day = z.iso.date().safeParse(params.day)
    if (!day.success) notFound(`No day ${params.day ?? ''}: a day is written YYYY-MM-DD.`)
    if (!(await isKnownSite(site))) notFound(`No site ${site}.`)
    return json(await replayDay(site, day.data, query.with ?? weekBefore(day.data), new Date()))
  }),
})
