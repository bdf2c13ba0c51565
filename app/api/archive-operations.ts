import { archiveSchema, archiveTermsSchema } from '@/lib/sites/archive-schema'
import type { Operation } from './operation'

const path = '/api/sites/{site}/archive'
const answers = {
  200: { description: 'The terms, and what lies in the archive', schema: archiveSchema },
  404: { description: 'No such site' },
}

export const showArchiveOperation = {
  id: 'showArchive',
  method: 'GET',
  path,
  summary: 'How long a site keeps its ledger and orders near, and what of them is archived',
  admits: { scope: 'read', roles: ['manager'] },
  answers,
} as const satisfies Operation

export const setArchiveTermsOperation = {
  id: 'setArchiveTerms',
  method: 'PUT',
  path,
  summary: 'Say how many months stay near, and how many are kept at all; what is archived stays so',
  admits: { scope: 'all', roles: ['manager'] },
  body: archiveTermsSchema,
  answers,
} as const satisfies Operation

export const archiveOperations = [showArchiveOperation, setArchiveTermsOperation]
