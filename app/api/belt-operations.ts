import { z } from 'zod'
import {
  confirmationSchema,
  confirmedSchema,
  conveyorSchema,
  decisionSchema,
  laneNowSchema,
  laneStateRequestSchema,
  scanSchema,
} from '@/lib/conveyor/schema'
import type { Operation } from './operation'

const site = z.string().min(1).max(64)

export const scanBoxOperation = {
  id: 'scanBox',
  method: 'POST',
  path: '/api/scans',
  summary:
    'A box passed a scanner: where it goes. Always an answer; also over socket.io, namespace `/belt`, message `scan`',
  admits: { scope: 'scans' },
  body: scanSchema,
  answers: {
    200: {
      description:
        'What the belt does with it, and why. The same scanner and number again is the same box and the same answer',
      schema: decisionSchema,
    },
    404: { description: 'No such site' },
  },
} as const satisfies Operation

export const confirmDivertOperation = {
  id: 'confirmDivert',
  method: 'POST',
  path: '/api/scans/{decisionId}/confirmation',
  summary: 'What became of a box: diverted, missed or lost. A lost box may be found',
  admits: { scope: 'scans' },
  body: confirmationSchema,
  answers: {
    200: { description: 'Noted; said again, the same', schema: confirmedSchema },
    404: { description: 'No such decision' },
    409: { description: 'It was told otherwise before' },
  },
} as const satisfies Operation

export const showConveyorOperation = {
  id: 'showConveyor',
  method: 'GET',
  path: '/api/conveyor',
  summary: 'The belts of a site: what is where, how lanes stand, and what the last minute brought',
  admits: { scope: ['read', 'scans'], roles: ['manager'] },
  query: z.object({ site: site.optional() }),
  answers: {
    200: { description: 'The belts', schema: conveyorSchema },
    404: { description: 'No such site' },
  },
} as const satisfies Operation

export const setLaneStateOperation = {
  id: 'setLaneState',
  method: 'PUT',
  path: '/api/conveyor/lanes/{lane}',
  summary: 'Opens or closes a lane, or says that it is full; the next box already knows',
  admits: { scope: 'scans', roles: ['manager'] },
  query: z.object({ site: site.optional() }),
  body: laneStateRequestSchema,
  answers: {
    200: { description: 'The lane', schema: laneNowSchema },
    404: { description: 'No such lane' },
    503: { description: 'Nobody answers for its sorter at present' },
  },
} as const satisfies Operation

export const beltOperations: Operation[] = [
  scanBoxOperation,
  confirmDivertOperation,
  showConveyorOperation,
  setLaneStateOperation,
]
