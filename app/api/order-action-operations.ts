import { z } from 'zod'
import {
  addressRequestSchema,
  cancelRequestSchema,
  refundRequestSchema,
  returnRequestSchema,
  shortRequestSchema,
} from '@/lib/orders/action-schema'
import { orderSummarySchema } from '@/lib/orders/schema'
import type { Operation } from './operation'

const admits = { scope: 'orders', roles: ['manager', 'support'] } as const
const summary = (description: string) => ({ description, schema: orderSummarySchema })
const unknown = { description: 'No such order' }
const notNow = { description: 'The order does not allow it now, and why, in words' }

export const cancelOrderOperation = {
  id: 'cancelOrder',
  method: 'POST',
  path: '/api/orders/{orderNumber}/cancel',
  summary:
    'Cancel an order that no carrier has: nothing is held, nothing is charged; cancelled again, nothing changes',
  admits,
  body: cancelRequestSchema,
  answers: {
    200: summary('It is cancelled'),
    202: summary('The payment provider is silent; it is cancelled as soon as the charge is known to be void'),
    404: unknown,
    409: notNow,
  },
} as const satisfies Operation

export const refundOrderOperation = {
  id: 'refundOrder',
  method: 'POST',
  path: '/api/orders/{orderNumber}/refund',
  summary: 'Give money back: an amount, the price of lines, or all that is left; once by its operation',
  admits,
  body: refundRequestSchema,
  answers: {
    200: summary('It is owed to the buyer'),
    404: unknown,
    409: notNow,
    422: { description: 'The operation refunded something else before' },
  },
} as const satisfies Operation

export const changeAddressOperation = {
  id: 'changeAddress',
  method: 'PUT',
  path: '/api/orders/{orderNumber}/address',
  summary: 'Send an order to another address, until it is picked',
  admits,
  body: addressRequestSchema,
  answers: { 200: summary('It goes there'), 404: unknown, 409: notNow },
} as const satisfies Operation

export const shipShortOperation = {
  id: 'shipShort',
  method: 'POST',
  path: '/api/orders/{orderNumber}/ship-short',
  summary: 'Ship without what the house does not have; nobody pays for it',
  admits,
  body: shortRequestSchema,
  answers: { 200: summary('It waits for nothing any more'), 404: unknown, 409: notNow },
} as const satisfies Operation

export const returnOrderOperation = {
  id: 'returnOrder',
  method: 'POST',
  path: '/api/orders/{orderNumber}/returns',
  summary: 'Take goods back: into a bin or on the dock, and their price is refunded; once by its operation',
  admits,
  body: returnRequestSchema,
  answers: { 200: summary('They are back'), 404: unknown, 409: notNow },
} as const satisfies Operation

export const handOverParcelOperation = {
  id: 'handOverParcel',
  method: 'POST',
  path: '/api/parcels/{parcel}/hand-over',
  summary:
    'A parcel is with its carrier: what is in it is shipped and to be charged; said again, nothing changes',
  admits: { scope: 'scans', roles: ['manager', 'picker'] },
  answers: {
    200: {
      description: 'The carrier has it',
      schema: z.object({ parcel: z.string(), orderNumber: z.string() }),
    },
    404: { description: 'No such parcel' },
    409: { description: 'It must not leave, and why, in words' },
  },
} as const satisfies Operation

export const showLabelOperation = {
  id: 'showLabel',
  method: 'GET',
  path: '/api/parcels/{parcel}/label',
  summary: 'The label of a parcel, 102 by 152 mm, as SVG: the address, and its SSCC as GS1-128',
  admits: { scope: 'scans', roles: ['manager', 'picker', 'support'] },
  answers: {
    200: { description: 'The label', contentTypes: ['image/svg+xml'] },
    404: { description: 'No such parcel' },
  },
} as const satisfies Operation

export const orderActionOperations: Operation[] = [
  cancelOrderOperation,
  refundOrderOperation,
  changeAddressOperation,
  shipShortOperation,
  returnOrderOperation,
  handOverParcelOperation,
  showLabelOperation,
]
