import { z } from 'zod'
import { dayFiguresSchema, planRequestSchema, planSchema, siteFiguresSchema } from '@/lib/figures/schema'
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

export const figuresOperations: Operation[] = [showFiguresOperation, listPlanOperation, setPlanOperation]
