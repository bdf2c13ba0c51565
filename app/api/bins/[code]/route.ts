import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBin } from '@/lib/floor/queries'
import { showBinOperation } from '../../operations'
import { siteFilter } from '../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showBinOperation, async ({ caller, query, params }) => {
    const sites = siteFilter(caller, query.site)
    const [site] = sites
    // A code names a bin only within its site.
    if (sites === 'all' || site === undefined || sites.length > 1) {
      refuse({
        status: 400,
        title: 'The query is not valid',
        detail: 'Several sites may have this bin: give `site`.',
      })
    }
    return json((await findBin(params.code ?? '', site)) ?? notFound(`No bin ${params.code}.`))
  }),
})
