import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { knownSite } from '../paging'
import { listPairsOperation } from '../pairs-operations'
import { placePairsOfSite } from './place-pairs-of-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listPairsOperation, async ({ caller, query }) => {
    const pairs = await placePairsOfSite(knownSite(caller, query.site))
    const wanted = pairs.filter(({ advice }) => query.advice === undefined || advice === query.advice)
    return json({ items: wanted.slice(0, query.limit), nextCursor: null })
  }),
})
