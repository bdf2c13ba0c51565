import { pickingRulesSchema } from '@/lib/picking/picking-rules-schema'
import type { Operation } from './operation'

const path = '/api/sites/{site}/picking-rules'
const noSite = { description: 'No such site' }

export const showPickingRulesOperation = {
  id: 'showPickingRules',
  method: 'GET',
  path,
  summary: 'How a site picks: what its manager has said, or the defaults',
  admits: { scope: 'read', roles: ['manager'] },
  answers: { 200: { description: 'The rules', schema: pickingRulesSchema }, 404: noSite },
} as const satisfies Operation

export const setPickingRulesOperation = {
  id: 'setPickingRules',
  method: 'PUT',
  path,
  summary: 'Says how a site picks, all rules at once; tours that are walked keep their stops',
  admits: { scope: 'all', roles: ['manager'] },
  body: pickingRulesSchema,
  answers: { 200: { description: 'It is so now', schema: pickingRulesSchema }, 404: noSite },
} as const satisfies Operation

export const pickingRulesOperations: Operation[] = [showPickingRulesOperation, setPickingRulesOperation]
