import { systemSchema } from '@/lib/system/schema'
import type { Operation } from './operation'

export const showSystemOperation = {
  id: 'showSystem',
  method: 'GET',
  path: '/api/system',
  summary: 'The house itself: version, processes, health of every part, lag, sizes, backups',
  admits: { scope: 'read', roles: ['manager'] },
  answers: { 200: { description: 'As it stands', schema: systemSchema } },
} as const satisfies Operation

export const systemOperations: Operation[] = [showSystemOperation]
