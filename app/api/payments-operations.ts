import { z } from 'zod'
import { reconcileRequestSchema, reconciliationSchema } from '@/lib/payments/schema'
import { listOf, type Operation, page } from './operation'

export const reconcilePaymentsOperation = {
  id: 'reconcilePayments',
  method: 'POST',
  path: '/api/payments/reconcile',
  summary: "Lay our movements of a period beside the provider's list, now; by default the last 48 hours",
  admits: { scope: 'all', roles: ['manager'] },
  body: reconcileRequestSchema,
  answers: {
    202: {
      description: 'Begun; its report will be among the reconciliations',
      schema: z.object({ id: z.string() }),
    },
  },
} as const satisfies Operation

export const listReconciliationsOperation = {
  id: 'listReconciliations',
  method: 'GET',
  path: '/api/payments/reconciliations',
  summary: 'Reconciliations with the provider, newest first: each difference, and whether it was mended',
  admits: { scope: 'all', roles: ['manager'] },
  query: z.object(page),
  answers: { 200: { description: 'A page of reports', schema: listOf(reconciliationSchema) } },
} as const satisfies Operation

export const paymentsOperations: Operation[] = [reconcilePaymentsOperation, listReconciliationsOperation]
