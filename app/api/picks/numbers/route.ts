import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { countPicks } from '@/lib/picking/count-picks'
import { isKnownSite } from '@/lib/sites/queries'
import { mayEnter } from '@/lib/sites/rules/may-enter'
import { knownSite } from '../../paging'
import { showPickNumbersOperation } from '../../picking-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showPickNumbersOperation, async ({ caller, query }) => {
    const site = knownSite(caller, query.site)
    if (!(await isKnownSite(site))) notFound(`No site ${site}.`)
    // People's own numbers are for who leads them: no other role, and no key that only reads.
    const isByPicker = mayEnter(caller, { scope: 'all', roles: ['manager'] })
    return json(await countPicks(site, isByPicker, new Date()))
  }),
})
