import { z } from 'zod'
import { runPageSchema, runStatusSchema, runSummarySchema } from '@/inngest/engine/schema'
import { listOf, type Operation, page } from './operation'

export const listRunsOperation = {
  id: 'listRuns',
  method: 'GET',
  path: '/api/runs',
  summary: 'Runs of the background functions, the latest first',
  admits: { scope: 'read', roles: ['manager'] },
  query: z.object({ ...page, function: z.string().max(200).optional(), status: runStatusSchema.optional() }),
  answers: {
    200: { description: 'A page of runs', schema: listOf(runSummarySchema) },
    404: { description: 'Runs are kept by the Inngest server that this house is connected to' },
  },
} as const satisfies Operation

export const showRunOperation = {
  id: 'showRun',
  method: 'GET',
  path: '/api/runs/{id}',
  summary: 'One run: its event, steps, failed attempts and output',
  admits: { scope: 'read', roles: ['manager'] },
  answers: { 200: { description: 'The run', schema: runPageSchema }, 404: { description: 'No such run' } },
} as const satisfies Operation

export const cancelRunOperation = {
  id: 'cancelRun',
  method: 'POST',
  path: '/api/runs/{id}/cancel',
  summary: 'Ends a run that is active',
  admits: { scope: 'all', roles: ['manager'] },
  answers: {
    200: { description: 'The run', schema: runPageSchema },
    404: { description: 'No such run' },
    409: { description: 'The run has ended already' },
  },
} as const satisfies Operation

export const replayRunOperation = {
  id: 'replayRun',
  method: 'POST',
  path: '/api/runs/{id}/replay',
  summary: 'Starts the function once more with the event of this run',
  admits: { scope: 'all', roles: ['manager'] },
  answers: {
    202: { description: 'The new run', schema: z.object({ id: z.uuid() }) },
    404: { description: 'No such run' },
  },
} as const satisfies Operation

export const runOperations: Operation[] = [
  listRunsOperation,
  showRunOperation,
  cancelRunOperation,
  replayRunOperation,
]
