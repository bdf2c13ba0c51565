import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { cancelOrderOperation } from '../../../order-action-operations'
import { actOnOrder } from '../act-on-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(cancelOrderOperation, (visit) => {
    const { reason } = visit.body
    return actOnOrder(visit, reason, (orderNumber, by) =>
      cancelOrder(orderNumber, { by, reason }, new Date()),
    )
  }),
})
