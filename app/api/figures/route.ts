import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listSiteFigures } from '@/lib/figures/list-site-figures'
import { readDay } from '@/lib/figures/read-day'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { showFiguresOperation } from '../figures-operations'
import { knownSite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showFiguresOperation, async ({ caller, query: { site, day } }) => {
    const now = new Date()
    if (site === undefined) return json(await listSiteFigures(sitesOf(caller), now))
    const figures = await readDay(knownSite(caller, site), day ?? null, now)
    return figures ? json(figures) : notFound(`No site ${site}.`)
  }),
})
