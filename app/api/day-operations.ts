import { z } from 'zod'
import { dayLineSchema, daySchema } from '@/lib/figures/day-schema'
import type { Operation } from './operation'

const site = z.string().min(1).max(64).optional()
const reading = { scope: 'read', roles: ['manager'] } as const

export const listDaysOperation = {
  id: 'listDays',
  method: 'GET',
  path: '/api/days',
  summary: "A site's last days by its own calendar, today first",
  admits: reading,
  query: z.object({ site, days: z.coerce.number().int().min(1).max(92).default(28) }),
  answers: { 200: { description: 'The days', schema: z.object({ items: z.array(dayLineSchema) }) } },
} as const satisfies Operation

export const showDayOperation = {
  id: 'showDay',
  method: 'GET',
  path: '/api/days/{day}',
  summary:
    'What happened on a day (`YYYY-MM-DD`, the site’s own), minute by minute: orders, backlogs, picks, tours, belts, alerts, stock-outs',
  admits: reading,
  query: z.object({
    site,
    /** Whose orders are told beside; without, the same weekday of the week before. */
    with: z.iso.date().optional(),
  }),
  answers: {
    200: { description: 'The day', schema: daySchema },
    404: { description: 'No such day or site' },
  },
} as const satisfies Operation

export const dayOperations: Operation[] = [listDaysOperation, showDayOperation]
