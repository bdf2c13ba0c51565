import { z } from 'zod'
import {
  dayFiguresSchema,
  planRequestSchema,
  planSchema,
  siteFiguresSchema,
  targetListSchema,
  targetsRequestSchema,
} from '@/lib/figures/schema'
import type { Operation } from './operation'

const reading = { scope: 'read', roles: ['manager'] } as const
const site = z.string().min(1).max(64)

export const showFiguresOperation = {
  id: 'showFigures',
  method: 'GET',
  path: '/api/figures',
  summary:
    'The day in figures: of one site, today or a day of its calendar; without a site, today of all sites, a row each',
  admits: reading,
  query: z
    .object({ site: site.optional(), day: z.iso.date().optional() })
    .refine(({ site, day }) => day === undefined || site !== undefined, 'a day is of a site'),
  answers: {
    200: { description: 'The figures', schema: z.union([dayFiguresSchema, siteFiguresSchema]) },
    404: { description: 'No such site' },
  },
} as const satisfies Operation

export const listPlanOperation = {
  id: 'listPlan',
  method: 'GET',
  path: '/api/plan',
  summary:
    'How many orders a site plans for on which weekdays; on the others it expects what the last four brought',
  admits: reading,
  query: z.object({ site }),
  answers: { 200: { description: 'The plan', schema: planSchema } },
} as const satisfies Operation

export const setPlanOperation = {
  id: 'setPlan',
  method: 'PUT',
  path: '/api/plan',
  summary: 'Plans a weekday of a site, or, without orders, takes its plan away',
  admits: { scope: 'all', roles: ['manager'] },
  body: planRequestSchema,
  answers: {
    200: { description: 'The plan as it is now', schema: planSchema },
    404: { description: 'No such site' },
  },
} as const satisfies Operation

export const listTargetsOperation = {
  id: 'listTargets',
  method: 'GET',
  path: '/api/targets',
  summary: 'What the figures of a site are to be; the usual where it has said nothing else',
  admits: reading,
  query: z.object({ site }),
  answers: { 200: { description: 'The targets', schema: targetListSchema } },
} as const satisfies Operation

export const setTargetsOperation = {
  id: 'setTargets',
  method: 'PUT',
  path: '/api/targets',
  summary:
    "Says what figures of a site are to be, or, with null, that the usual holds again; the site's other figures keep theirs",
  admits: { scope: 'all', roles: ['manager'] },
  body: targetsRequestSchema,
  answers: {
    200: { description: 'All targets as they are now', schema: targetListSchema },
    404: { description: 'No such site' },
    422: { description: 'A figure without a target, or a share of more than 1' },
  },
} as const satisfies Operation

export const figuresOperations: Operation[] = [
  showFiguresOperation,
  listPlanOperation,
  setPlanOperation,
  listTargetsOperation,
  setTargetsOperation,
]
