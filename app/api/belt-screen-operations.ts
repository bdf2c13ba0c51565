import { z } from 'zod'
import {
  beltSeriesSchema,
  boxPathSchema,
  decisionFilterSchema,
  listedDecisionSchema,
} from '@/lib/conveyor/figures-schema'
import { listOf, type Operation, page } from './operation'

const site = z.string().min(1).max(64)
const reading = { scope: 'read', roles: ['manager', 'support'] } as const
const HOUR_MS = 3_600_000
const MOST_STEPS = 1_500

export const listDecisionsOperation = {
  id: 'listDecisions',
  method: 'GET',
  path: '/api/conveyor/decisions',
  summary: 'What scanners were answered, newest first, and what became of the boxes',
  admits: reading,
  query: z.object({ ...page, site, ...decisionFilterSchema.shape }),
  answers: { 200: { description: 'A page of decisions', schema: listOf(listedDecisionSchema) } },
} as const satisfies Operation

export const showBoxOperation = {
  id: 'showBox',
  method: 'GET',
  path: '/api/conveyor/boxes/{barcode}',
  summary: 'One box: where it must go, and its whole path over the belts',
  admits: reading,
  query: z.object({ site }),
  answers: {
    200: { description: 'The box', schema: boxPathSchema },
    404: { description: 'No box with this label was announced or read' },
  },
} as const satisfies Operation

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

export const showBeltSeriesOperation = {
  id: 'showBeltSeries',
  method: 'GET',
  path: '/api/conveyor/series',
  summary:
    'What happened on the belts over time, by scanner and by lane; the last hour by the minute unless said',
  admits: { scope: 'read', roles: ['manager'] },
  query: z
    .object({
      site,
      sorter: z.string().max(64).optional(),
      from: moment.optional(),
      to: moment.optional(),
      step: z.coerce.number().int().min(10).max(86_400).default(60).describe('In seconds'),
    })
    .transform(({ to = new Date(), from = new Date(to.getTime() - HOUR_MS), step, ...asked }) => ({
      ...asked,
      from,
      to,
      stepSeconds: step,
    }))
    .refine(({ from, to }) => from < to, { message: 'ends before it begins', path: ['to'] })
    .refine(
      ({ from, to, stepSeconds }) => to.getTime() - from.getTime() <= MOST_STEPS * stepSeconds * 1_000,
      {
        message: `more than ${MOST_STEPS} steps`,
        path: ['step'],
      },
    ),
  answers: { 200: { description: 'All steps, oldest first', schema: beltSeriesSchema } },
} as const satisfies Operation

export const beltScreenOperations: Operation[] = [
  listDecisionsOperation,
  showBoxOperation,
  showBeltSeriesOperation,
]
