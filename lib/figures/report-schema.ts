import { z } from 'zod'
import { dayHoursSchema, daySpanSchema, shortPickSchema } from './day-schema'

const momentSchema = z.iso.datetime()
const countsSchema = z.array(z.number().int())
const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written HH:MM')

export const shiftSchema = z
  .strictObject({ name: z.string().trim().min(1).max(40), from: clockSchema, to: clockSchema })
  .refine(({ from, to }) => from !== to, 'a shift ends at another time than it begins')
export type Shift = z.infer<typeof shiftSchema>

/** The body of `PUT /api/shift-plan`. */
export const shiftPlanRequestSchema = z.strictObject({
  shifts: z
    .array(shiftSchema)
    .min(1)
    .max(8)
    .refine(
      (shifts) => new Set(shifts.map(({ from }) => from)).size === shifts.length,
      'two shifts begin together',
    ),
  recipients: z.array(z.email().max(254)).max(20),
})
export type ShiftPlanRequest = z.infer<typeof shiftPlanRequestSchema>
/** The answer of `GET /api/shift-plan`. */
export const shiftPlanSchema = z.object({
  site: z.string(),
  shifts: z.array(shiftSchema),
  recipients: z.array(z.string()),
})
export type ShiftPlan = z.infer<typeof shiftPlanSchema>

/** How every site works that has not said otherwise. */
export const DEFAULT_SHIFTS: readonly Shift[] = [
  { name: 'Early', from: '06:00', to: '14:00' },
  { name: 'Late', from: '14:00', to: '22:00' },
  { name: 'Night', from: '22:00', to: '06:00' },
]

export const reportFigureSchema = z.enum([
  ...[
    'orders',
    'units',
    'lost',
    'lines',
    'shorts',
    'packed',
    'handedOver',
    'lateMost',
    'alerts',
    'stockOuts',
  ],
  ...['scans', 'noReads'],
] as const)
export type ReportFigure = z.infer<typeof reportFigureSchema>

/** All that a report tells, as it was known when it was written. */
export const reportFactsSchema = dayHoursSchema
  .pick({ site: true, timeZone: true, from: true, to: true, minutes: true, peaks: true, lateness: true })
  .extend({
    siteName: z.string(),
    /** BCP 47, the site's. */
    locale: z.string(),
    shift: z.string(),
    /** Asked for before the shift was over. */
    isOnDemand: z.boolean(),
    writtenAt: momentSchema,
    /** `before`: of the same hours a week earlier. */
    figures: z.array(
      z.object({ figure: reportFigureSchema, value: z.number().int(), before: z.number().int() }),
    ),
    /** By quarters of an hour from the beginning; `expected` are the orders of the site's plan, or of a week earlier where there is none. */
    quarters: z.object({
      ...{ orders: countsSchema, expected: z.array(z.number()), lines: countsSchema },
      ...{ owed: countsSchema, late: countsSchema },
    }),
    isPlanned: z.boolean(),
    /** Alerts. */
    spans: z.array(daySpanSchema),
    stockOuts: z.array(daySpanSchema),
    shorts: z.array(shortPickSchema),
  })
export type ReportFacts = z.infer<typeof reportFactsSchema>

/** An item of `GET /api/shift-reports`. */
export const shiftReportSchema = z.object({
  id: z.string(),
  site: z.string(),
  shift: z.string(),
  isOnDemand: z.boolean(),
  from: momentSchema,
  to: momentSchema,
  writtenAt: momentSchema,
  orders: z.number().int(),
  mails: z.array(z.object({ to: z.string(), state: z.enum(['sending', 'sent', 'refused']) })),
})
export type ShiftReport = z.infer<typeof shiftReportSchema>
export const shiftReportListSchema = z.object({ items: z.array(shiftReportSchema), nextCursor: z.null() })
export type ShiftReportList = z.infer<typeof shiftReportListSchema>
