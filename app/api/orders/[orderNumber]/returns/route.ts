import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { returnOrder } from '@/lib/orders/return-order'
import { returnOrderOperation } from '../../../order-action-operations'
import { actOnOrder } from '../act-on-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(returnOrderOperation, (visit) =>
    actOnOrder(visit, visit.body.reason, (orderNumber, by) =>
      returnOrder(orderNumber, visit.body, by, new Date()),
    ),
  ),
})
