import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { findOrderPage } from '@/lib/support/queries'
import { showOrderOperation } from '../../operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showOrderOperation, async ({ caller, params }) => {
    const order = await findOrderPage(params.orderNumber ?? '', new Date())
    return order && mayKnow(caller, order.site) ? json(order) : notFound(`No order ${params.orderNumber}.`)
  }),
})
