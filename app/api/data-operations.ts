import { z } from 'zod'
import {
  erasurePreviewSchema,
  erasureSchema,
  personDataSchema,
  personRequestSchema,
  retentionRequestSchema,
  retentionSchema,
} from '@/lib/support/privacy-schema'
import type { Operation } from './operation'

// The address is sent in the body: what stands in a URL stands in logs.
const admits = { scope: 'all', roles: ['manager', 'support'] } as const
const site = z.object({ site: z.string().min(1).max(64) })

export const previewErasureOperation = {
  id: 'previewErasure',
  method: 'POST',
  path: '/api/orders/erasures/preview',
  summary:
    'What an erasure of a customer would erase, what it would keep, until when and why; changes nothing',
  admits,
  body: personRequestSchema,
  answers: { 200: { description: 'Orders, and rows by table', schema: erasurePreviewSchema } },
} as const satisfies Operation

export const erasePersonOperation = {
  id: 'erasePerson',
  method: 'POST',
  path: '/api/orders/erasures',
  summary:
    'Erase a customer from everything that was written of them; the books stay. Again, nothing changes',
  admits,
  body: personRequestSchema,
  answers: {
    200: { description: 'What was erased', schema: erasureSchema },
    409: { description: 'Orders that are not over; `errors` names each and why' },
  },
} as const satisfies Operation

export const readPersonOperation = {
  id: 'readPerson',
  method: 'POST',
  path: '/api/orders/person-data',
  summary: 'All that is known of a customer, as rows by table (GDPR art. 15)',
  admits,
  body: personRequestSchema,
  answers: { 200: { description: 'The rows', schema: personDataSchema } },
} as const satisfies Operation

export const showRetentionOperation = {
  id: 'showRetention',
  method: 'GET',
  path: '/api/retention',
  summary: 'How long a site keeps what it knows of customers',
  admits: { scope: 'read', roles: ['manager', 'support'] },
  query: site,
  answers: { 200: { description: 'Whole years after the one an order ended in', schema: retentionSchema } },
} as const satisfies Operation

export const setRetentionOperation = {
  id: 'setRetention',
  method: 'PUT',
  path: '/api/retention',
  summary: 'Keep what is known of customers for so many years',
  admits: { scope: 'all', roles: ['manager'] },
  query: site,
  body: retentionRequestSchema,
  answers: { 200: { description: 'As it is kept from now on', schema: retentionSchema } },
} as const satisfies Operation

export const dataOperations: Operation[] = [
  previewErasureOperation,
  erasePersonOperation,
  readPersonOperation,
  showRetentionOperation,
  setRetentionOperation,
]
