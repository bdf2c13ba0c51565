import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { refundOrder } from '@/lib/orders/refund-order'
import { refundOrderOperation } from '../../../order-action-operations'
import { actOnOrder } from '../act-on-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(refundOrderOperation, (visit) =>
    actOnOrder(visit, visit.body.reason, (orderNumber, by) =>
      refundOrder(orderNumber, visit.body, by, new Date()),
    ),
  ),
})
