import { z } from 'zod'
import { shiftPlanRequestSchema, shiftPlanSchema, shiftReportListSchema } from '@/lib/figures/report-schema'
import type { Operation } from './operation'

const site = z.string().min(1).max(64).optional()
const reading = { scope: 'read', roles: ['manager'] } as const
const acting = { scope: 'all', roles: ['manager'] } as const

export const listShiftReportsOperation = {
  id: 'listShiftReports',
  method: 'GET',
  path: '/api/shift-reports',
  summary: 'Reports of shifts, the newest first',
  admits: reading,
  query: z.object({ site, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answers: { 200: { description: 'The reports', schema: shiftReportListSchema } },
} as const satisfies Operation

export const writeShiftReportOperation = {
  id: 'writeShiftReport',
  method: 'POST',
  path: '/api/shift-reports',
  summary: 'Writes a report of the shift until now and mails it to the site’s readers',
  admits: acting,
  body: z.strictObject({ site: z.string().min(1).max(64) }),
  answers: {
    201: { description: 'It is written', schema: z.object({ id: z.string() }) },
    404: { description: 'No such site' },
  },
} as const satisfies Operation

export const showReportFileOperation = {
  id: 'showReportFile',
  method: 'GET',
  path: '/api/shift-reports/{id}/pdf',
  summary: 'A report as PDF',
  admits: reading,
  answers: {
    200: { description: 'The report', contentTypes: ['application/pdf'] },
    404: { description: 'No such report' },
  },
} as const satisfies Operation

export const showShiftPlanOperation = {
  id: 'showShiftPlan',
  method: 'GET',
  path: '/api/shift-plan',
  summary: 'When a site’s shifts are, and who reads their reports',
  admits: reading,
  query: z.object({ site }),
  answers: { 200: { description: 'The plan', schema: shiftPlanSchema } },
} as const satisfies Operation

export const setShiftPlanOperation = {
  id: 'setShiftPlan',
  method: 'PUT',
  path: '/api/shift-plan',
  summary: 'Says anew when a site’s shifts are, and who reads their reports',
  admits: acting,
  query: z.object({ site }),
  body: shiftPlanRequestSchema,
  answers: {
    200: { description: 'The plan', schema: shiftPlanSchema },
    404: { description: 'No such site' },
  },
} as const satisfies Operation

export const reportOperations: Operation[] = [
  listShiftReportsOperation,
  writeShiftReportOperation,
  showReportFileOperation,
  showShiftPlanOperation,
  setShiftPlanOperation,
]
