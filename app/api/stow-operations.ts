import { z } from 'zod'
import { ledgerPageSchema } from '@/lib/inventory/schema'
import {
  binPageSchema,
  foundSchema,
  stowConfirmationSchema,
  stowConfirmedSchema,
  stowRequestSchema,
  stowSchema,
} from '@/lib/inventory/stow-schema'
import { everyone, type Operation, page } from './operation'

const site = z.string().min(1).max(64)
const stowing = { scope: 'events', roles: ['manager', 'picker'] } as const
const noStow = { description: 'No such stow' }

export const planStowOperation = {
  id: 'planStow',
  method: 'POST',
  path: '/api/stow',
  summary:
    'Chooses bins for units of an item, says why, and keeps their room for half an hour; all units or none',
  admits: stowing,
  body: stowRequestSchema,
  requestHeaders: {
    'Idempotency-Key': {
      description:
        'Instead of `operationId` in the body: asked again with the same key, it is the same stow.',
      required: false,
    },
  },
  answers: {
    201: { description: 'The bins, and until when their room is kept', schema: stowSchema },
    404: { description: 'No such site, SKU or GTIN' },
    409: { description: 'No room: why, and in `fits` how many units would find some' },
    422: { description: 'The operation asked for something else before' },
  },
} as const satisfies Operation

export const showStowOperation = {
  id: 'showStow',
  method: 'GET',
  path: '/api/stow/{stowId}',
  summary: 'A stow as it stands: what is still to be put away, and where the rest lies',
  admits: { scope: ['events', 'read'], roles: ['manager', 'picker'] },
  answers: { 200: { description: 'The stow', schema: stowSchema }, 404: noStow },
} as const satisfies Operation

export const confirmStowOperation = {
  id: 'confirmStow',
  method: 'POST',
  path: '/api/stow/{stowId}/confirmations',
  summary:
    'Tells in which bin units were put: the bin that was scanned is their address, planned or not, if it takes them',
  admits: stowing,
  body: stowConfirmationSchema,
  answers: {
    200: { description: 'In the ledger; sent again, the same', schema: stowConfirmedSchema },
    404: noStow,
    409: { description: 'The bin does not take them, and why; nothing has changed' },
    429: { description: 'Too many events wait; send the same again after `Retry-After`' },
  },
} as const satisfies Operation

export const releaseStowOperation = {
  id: 'releaseStow',
  method: 'POST',
  path: '/api/stow/{stowId}/release',
  summary: 'Gives back the room of what is not put away yet',
  admits: stowing,
  answers: { 200: { description: 'The stow', schema: stowSchema }, 404: noStow },
} as const satisfies Operation

export const showBinOperation = {
  id: 'showBin',
  method: 'GET',
  path: '/api/bins/{code}',
  summary:
    'A bin: where it is, what it can hold, what lies in it and is kept for, and how much moved here today',
  admits: { scope: 'read', roles: everyone },
  query: z.object({ site: z.string().max(64).optional() }),
  answers: { 200: { description: 'The bin', schema: binPageSchema }, 404: { description: 'No such bin' } },
} as const satisfies Operation

export const showBinHistoryOperation = {
  id: 'showBinHistory',
  method: 'GET',
  path: '/api/bins/{code}/history',
  summary: 'What moved in and out of a bin, newest first',
  admits: { scope: 'read', roles: everyone },
  query: z.object({ ...page, site: z.string().max(64).optional() }),
  answers: {
    200: { description: 'A page of the ledger', schema: ledgerPageSchema },
    404: { description: 'No such bin' },
  },
} as const satisfies Operation

export const findPlacesOperation = {
  id: 'findPlaces',
  method: 'GET',
  path: '/api/find',
  summary:
    'Bins by the beginning of their code, items by SKU, GTIN or half a name, also misspelt; the best first',
  admits: { scope: 'read', roles: everyone },
  query: z.object({
    site,
    query: z.string().trim().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  answers: { 200: { description: 'What fits', schema: foundSchema } },
} as const satisfies Operation

export const stowOperations: Operation[] = [
  planStowOperation,
  showStowOperation,
  confirmStowOperation,
  releaseStowOperation,
  showBinOperation,
  showBinHistoryOperation,
  findPlacesOperation,
]
