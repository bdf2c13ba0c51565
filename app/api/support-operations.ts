import { z } from 'zod'
import { mailKindSchema } from '@/lib/messages/schema'
import { orderSummarySchema } from '@/lib/orders/schema'
import { noteRequestSchema, orderNoteSchema } from '@/lib/support/schema'
import type { Operation } from './operation'

const admits = { scope: 'orders', roles: ['manager', 'support'] } as const
const unknown = { description: 'No such order' }

export const writeNoteOperation = {
  id: 'writeNote',
  method: 'POST',
  path: '/api/orders/{orderNumber}/notes',
  summary: 'Write a note about an order, for whoever opens it next',
  admits,
  body: noteRequestSchema,
  answers: { 201: { description: 'The note', schema: orderNoteSchema }, 404: unknown },
} as const satisfies Operation

export const removeNoteOperation = {
  id: 'removeNote',
  method: 'DELETE',
  path: '/api/orders/{orderNumber}/notes/{id}',
  summary: 'Take a note back; taken back again, nothing changes',
  admits,
  answers: {
    200: { description: 'It is not shown any more', schema: z.object({ id: z.uuid() }) },
    404: { description: 'No such order or note' },
  },
} as const satisfies Operation

/** Where it goes, when not to the order's own address. */
const resendRequestSchema = z.object({ to: z.email().max(254).optional() })

export const resendMailOperation = {
  id: 'resendMail',
  method: 'POST',
  path: '/api/orders/{orderNumber}/mails/{kind}/resend',
  summary: `Send a mail about an order again, also to another address; kinds: ${mailKindSchema.options.join(', ')}`,
  admits,
  body: resendRequestSchema,
  answers: {
    202: { description: 'It is on its way', schema: orderSummarySchema },
    404: { description: 'No such order, or it was never written about this' },
    409: { description: 'The order was never placed' },
  },
} as const satisfies Operation

export const supportOperations: Operation[] = [writeNoteOperation, removeNoteOperation, resendMailOperation]
