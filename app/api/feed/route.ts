import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { feedEvents, findFeedEnd } from '@/lib/downstream/feed-events'
import { BEGINNING, cursorOf, type FeedPosition, positionOf } from '@/lib/downstream/rules/feed-position'
import { readFeedOperation } from '../downstream-operations'
import { siteFilter } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(readFeedOperation, async ({ caller, query }) => {
    const { after, limit, site, types } = query
    const filter = { siteIds: siteFilter(caller, site), types }
    if (after === 'now') return json({ items: [], nextCursor: cursorOf(await findFeedEnd()) })
    const { items, next } = await feedEvents(placeOf(after), limit, filter)
    return json({ items, nextCursor: cursorOf(next) })
  }),
})

function placeOf(after: string | undefined): FeedPosition {
  if (after === undefined) return BEGINNING
  const errors = [{ pointer: '/after', detail: 'must be a nextCursor of this feed, or now' }]
  return positionOf(after) ?? refuse({ status: 400, title: 'The query is not valid', errors })
}
