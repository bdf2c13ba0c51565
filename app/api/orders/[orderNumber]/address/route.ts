import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { changeAddress } from '@/lib/orders/change-address'
import { changeAddressOperation } from '../../../order-action-operations'
import { actOnOrder } from '../act-on-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(changeAddressOperation, (visit) =>
    actOnOrder(visit, null, (orderNumber) => changeAddress(orderNumber, visit.body, new Date())),
  ),
})
