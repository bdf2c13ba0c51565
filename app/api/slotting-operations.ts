import { z } from 'zod'
import {
  moveConfirmationSchema,
  moveConfirmedSchema,
  moveDecisionSchema,
  moveTasksSchema,
  slottingAdviceSchema,
} from '@/lib/picking/slotting-schema'
import type { Operation } from './operation'

const managing = { scope: 'all', roles: ['manager'] } as const
const noSite = { description: 'No such site' }
const noMove = { description: 'No such move at this site' }

export const showSlottingOperation = {
  id: 'showSlotting',
  method: 'GET',
  path: '/api/sites/{site}/slotting',
  summary:
    'The newest advice on which items to move where, and what of it was decided; null before the first',
  admits: { scope: 'read', roles: ['manager'] },
  answers: { 200: { description: 'The advice', schema: slottingAdviceSchema.nullable() }, 404: noSite },
} as const satisfies Operation

export const adviseSlottingOperation = {
  id: 'adviseSlotting',
  method: 'POST',
  path: '/api/sites/{site}/slotting',
  summary:
    "Computes the advice now, by replaying a day's orders (yesterday's unless said) before and after each move; at most 20 s",
  admits: managing,
  query: z.object({ day: z.iso.date().optional() }),
  answers: { 200: { description: 'The advice', schema: slottingAdviceSchema }, 404: noSite },
} as const satisfies Operation

export const listSlottingMovesOperation = {
  id: 'listSlottingMoves',
  method: 'GET',
  path: '/api/sites/{site}/slotting/moves',
  summary: 'What the floor is to move: the next transfer of every accepted move, in the order of their bins',
  admits: { scope: ['read', 'events'], roles: ['manager', 'picker'] },
  answers: { 200: { description: 'All of them', schema: moveTasksSchema }, 404: noSite },
} as const satisfies Operation

export const decideSlottingMoveOperation = {
  id: 'decideSlottingMove',
  method: 'POST',
  path: '/api/sites/{site}/slotting/moves/{id}',
  summary: 'Accepts a move, which makes it work of the floor, or dismisses it for a week',
  admits: managing,
  body: moveDecisionSchema,
  answers: {
    200: { description: 'It is so now', schema: moveDecisionSchema },
    404: noMove,
    409: { description: 'Somebody has begun to make it' },
  },
} as const satisfies Operation

export const confirmSlottingMoveOperation = {
  id: 'confirmSlottingMove',
  method: 'POST',
  path: '/api/sites/{site}/slotting/moves/{id}/confirmations',
  summary:
    'Tells into which bin the units of a transfer were put: the bin that was scanned is their address if it takes them',
  admits: { scope: 'events', roles: ['manager', 'picker'] },
  body: moveConfirmationSchema,
  answers: {
    200: { description: 'In the ledger; sent again, the same', schema: moveConfirmedSchema },
    404: noMove,
    409: { description: 'The bin does not take them, and why, or another transfer comes first' },
    429: { description: 'Too many events wait; send the same again after `Retry-After`' },
  },
} as const satisfies Operation

export const slottingOperations: Operation[] = [
  showSlottingOperation,
  adviseSlottingOperation,
  listSlottingMovesOperation,
  decideSlottingMoveOperation,
  confirmSlottingMoveOperation,
]
