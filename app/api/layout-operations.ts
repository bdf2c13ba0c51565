import { z } from 'zod'
import {
  aisleDirectionRequestSchema,
  binStateRequestSchema,
  binStateSchema,
  blockRequestSchema,
  layoutAisleSchema,
  layoutAppliedSchema,
  layoutPreviewSchema,
  layoutSchema,
  standingBlockSchema,
} from '@/lib/floor/schema'
import type { Operation } from './operation'

const admits = { scope: 'all', roles: ['manager'] } as const
const noSite = { description: 'No such site' }
/** A hall of 200,000 bins is 50 MB of JSON. */
const bytes = { contentTypes: ['application/json', 'text/csv'], limitBytes: 67_108_864 } as const
const tooLarge = {
  413: { description: 'The file is too large' },
  415: { description: 'Neither JSON nor CSV' },
}

export const showLayoutOperation = {
  id: 'showLayout',
  method: 'GET',
  path: '/api/sites/{site}/layout',
  summary:
    'The hall as a file, `stowline-layout/1`: whole as JSON, or its bins as CSV; `ETag` is the version of the plan',
  admits,
  query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
  answers: {
    200: { description: 'The layout', schema: layoutSchema },
    404: { description: 'No such site, or it has no layout yet' },
  },
} as const satisfies Operation

export const previewLayoutOperation = {
  id: 'previewLayout',
  method: 'POST',
  path: '/api/sites/{site}/layout/preview',
  summary:
    'What a layout file (64 MiB) would add, change and remove, what it cannot remove, and what is wrong with it by line or pointer; changes nothing',
  admits,
  body: layoutSchema,
  bytes,
  answers: { 200: { description: 'The preview', schema: layoutPreviewSchema }, 404: noSite, ...tooLarge },
} as const satisfies Operation

export const applyLayoutOperation = {
  id: 'applyLayout',
  method: 'PUT',
  path: '/api/sites/{site}/layout',
  summary: 'Makes the hall what the file says: all of it or nothing; the same file again changes nothing',
  admits,
  body: layoutSchema,
  bytes,
  requestHeaders: {
    'If-Match': { description: 'The version that was previewed, as in `ETag`: quoted', required: false },
  },
  answers: {
    200: { description: 'It is so now', schema: layoutAppliedSchema },
    400: { description: 'The file is no layout: `errors` by `line` or `pointer`' },
    404: noSite,
    409: { description: 'Bins that it would remove hold something: `errors` names them' },
    412: { description: 'The hall is not in the version of `If-Match` any more' },
    ...tooLarge,
  },
} as const satisfies Operation

export const blockStretchOperation = {
  id: 'blockStretch',
  method: 'POST',
  path: '/api/sites/{site}/blocks',
  summary: 'Blocks a stretch of an aisle, or with `crossRow` the piece of that cross aisle to its right',
  admits,
  body: blockRequestSchema,
  answers: {
    200: { description: 'It is blocked already', schema: standingBlockSchema },
    201: { description: 'It is blocked', schema: standingBlockSchema },
    400: { description: 'There is no such stretch' },
    404: noSite,
  },
} as const satisfies Operation

export const liftBlockOperation = {
  id: 'liftBlock',
  method: 'DELETE',
  path: '/api/sites/{site}/blocks/{id}',
  summary: 'Lifts a block',
  admits,
  answers: { 204: { description: 'It is lifted' }, 404: { description: 'No such block' } },
} as const satisfies Operation

export const setAisleDirectionOperation = {
  id: 'setAisleDirection',
  method: 'PUT',
  path: '/api/sites/{site}/aisles/{code}',
  summary: 'How an aisle may be walked: both ways, up (to the back) or down',
  admits,
  body: aisleDirectionRequestSchema,
  answers: {
    200: { description: 'The aisle', schema: layoutAisleSchema },
    404: { description: 'No such aisle' },
  },
} as const satisfies Operation

export const setBinStateOperation = {
  id: 'setBinState',
  method: 'PUT',
  path: '/api/bins/{code}/state',
  summary: 'Closes a bin, so that nothing more is put there, or opens it again',
  admits,
  body: binStateRequestSchema,
  answers: { 200: { description: 'The state', schema: binStateSchema }, 404: { description: 'No such bin' } },
} as const satisfies Operation

export const layoutOperations: Operation[] = [
  showLayoutOperation,
  previewLayoutOperation,
  applyLayoutOperation,
  blockStretchOperation,
  liftBlockOperation,
  setAisleDirectionOperation,
  setBinStateOperation,
]
