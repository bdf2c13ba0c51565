import { listSubscriptionsOperation, subscribeOperation } from '../../../../epcis-operations'
import { resource } from '../../../discovery'
import { epcisDoor, refuseBy } from '../../../epcis-door'
import { knownQuery } from '../../known-query'

// What happens here is told by webhooks, signed and retried, and by the feed; a second way of telling would be a lesser one.
const notImplemented = (): never =>
  refuseBy('ImplementationException', {
    status: 501,
    title: 'Queries take no subscriptions',
    detail: 'Subscribe to stowline.inventory.* by POST /api/webhooks, or read GET /api/feed.',
  })

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(listSubscriptionsOperation, async ({ caller, params }) => {
      await knownQuery(caller, params.queryName)
      return notImplemented()
    }),
    POST: epcisDoor(subscribeOperation, async ({ caller, params }) => {
      await knownQuery(caller, params.queryName)
      return notImplemented()
    }),
  },
  listSubscriptionsOperation,
)
