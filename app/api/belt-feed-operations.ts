import { z } from 'zod'
import { parcelRequestSchema, parcelSchema } from '@/lib/conveyor/parcel-schema'
import { boxRequestsSchema } from '@/lib/conveyor/schema'
import { topologySchema } from '@/lib/conveyor/topology-schema'
import type { Operation } from './operation'

const noSite = { description: 'No such site' }

export const showTopologyOperation = {
  id: 'showTopology',
  method: 'GET',
  path: '/api/sites/{site}/conveyor',
  summary: "A site's belts as drawn, `stowline-conveyor/1`; `ETag` is the version of the drawing",
  admits: { scope: 'read', roles: ['manager'] },
  answers: {
    200: { description: 'The drawing', schema: topologySchema },
    404: { description: 'No such site, or it has no belts' },
  },
} as const satisfies Operation

export const replaceTopologyOperation = {
  id: 'replaceTopology',
  method: 'PUT',
  path: '/api/sites/{site}/conveyor',
  summary: 'Makes the belts what the drawing says, all of it; the same drawing again changes nothing',
  admits: { scope: 'all', roles: ['manager'] },
  body: topologySchema,
  answers: {
    200: {
      description: 'It is so now',
      schema: z.object({ version: z.number().int(), isChanged: z.boolean() }),
    },
    404: noSite,
  },
} as const satisfies Operation

export const expectBoxesOperation = {
  id: 'expectBoxes',
  method: 'POST',
  path: '/api/conveyor/boxes',
  summary:
    'Announces up to 1,000 boxes to the scanners: labels, and where they go; announced again they are corrected',
  admits: { scope: 'scans', roles: ['manager'] },
  body: boxRequestsSchema,
  answers: {
    200: { description: 'Scanners know them', schema: z.object({ accepted: z.number().int() }) },
    404: noSite,
  },
} as const satisfies Operation

export const packTotesOperation = {
  id: 'packTotes',
  method: 'POST',
  path: '/api/parcels',
  summary:
    "Makes a parcel of an order's totes: its SSCC, its carrier and the trailer it is promised to; said again, by the operation or by the totes, it is the same parcel",
  admits: { scope: 'scans', roles: ['manager', 'picker'] },
  body: parcelRequestSchema,
  answers: {
    201: { description: 'The parcel', schema: parcelSchema },
    404: noSite,
    409: { description: 'These totes make no parcel, and why, in words for the packer' },
    422: { description: 'The operation packed other totes before' },
  },
} as const satisfies Operation

export const beltFeedOperations: Operation[] = [
  showTopologyOperation,
  replaceTopologyOperation,
  expectBoxesOperation,
  packTotesOperation,
]
