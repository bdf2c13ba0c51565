import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { shipShort } from '@/lib/orders/ship-short'
import { shipShortOperation } from '../../../order-action-operations'
import { actOnOrder } from '../act-on-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(shipShortOperation, (visit) => {
    const { reason } = visit.body
    return actOnOrder(visit, reason, (orderNumber, by) => shipShort(orderNumber, { by, reason }, new Date()))
  }),
})
