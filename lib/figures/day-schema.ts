import { z } from 'zod'
import { deferredKindSchema } from '@/lib/orders/schema'

const momentSchema = z.iso.datetime()
const countsSchema = z.array(z.number().int())

/** What happens to a site minute by minute; every list of `perMinute` counts one of these. */
export const daySeriesSchema = z.enum([
  ...['placed', 'units', 'refused', 'declined', 'cancelled', 'lines', 'shorts', 'packed', 'handedOver'],
  ...['scans', 'noReads', 'turnedAway'],
] as const)
export type DaySeries = z.infer<typeof daySeriesSchema>

/** What is owed for an order: the deferred steps of its checkout, then its picking. */
export const dayQueueSchema = z.enum([...deferredKindSchema.options, 'picking'])
export type DayQueue = z.infer<typeof dayQueueSchema>

/** How much of a queue was owed at the end of each minute, rebuilt from when each piece was owed, due and done. */
export const dayBacklogSchema = z.object({
  queue: dayQueueSchema,
  owed: countsSchema,
  /** Of what was owed: past its due time. */
  late: countsSchema,
  /** Of what was due in that minute: how long after its due time the last of it got done. */
  behindSeconds: countsSchema,
})
export type DayBacklog = z.infer<typeof dayBacklogSchema>

export const spanKindSchema = z.enum(['alert', 'fault', 'lane', 'stock-out'])

/** Something that lasted. It may have begun before, and without `until` it lasts still. */
export const daySpanSchema = z.object({
  kind: spanKindSchema,
  /** The alert's id, the part of the outside world, the lane, the SKU. */
  id: z.string(),
  /** What it is about: the alert's queue, the part and how it was, the lane and how it was, the SKU. */
  about: z.string(),
  /** The alert's words, the item's name. */
  detail: z.string(),
  severity: z.enum(['warning', 'critical']).nullable(),
  from: momentSchema,
  until: momentSchema.nullable(),
})
export type DaySpan = z.infer<typeof daySpanSchema>

export const shortPickSchema = z.object({
  at: momentSchema,
  sku: z.string(),
  name: z.string(),
  orderNumber: z.string(),
  missing: z.number().int(),
  reason: z.string().nullable(),
})
export type ShortPick = z.infer<typeof shortPickSchema>

/** Fifteen minutes that stand out, and what became of the queues meanwhile. Minutes count from the beginning. */
export const peakSchema = z.object({
  fromMinute: z.number().int(),
  toMinute: z.number().int(),
  orders: z.number().int(),
  /** Against the median quarter of an hour. */
  times: z.number(),
})
export type Peak = z.infer<typeof peakSchema>

/** Minutes in which a queue was late without a pause. */
export const latenessSchema = z.object({
  queue: dayQueueSchema,
  fromMinute: z.number().int(),
  toMinute: z.number().int(),
  /** The most at once. */
  orders: z.number().int(),
  behindSeconds: z.number().int(),
})
export type Lateness = z.infer<typeof latenessSchema>

/** What happened at a site between two moments. Every list of counts has `minutes` numbers: none for what is to come. */
export const dayHoursSchema = z.object({
  site: z.string(),
  timeZone: z.string(),
  from: momentSchema,
  to: momentSchema,
  readAt: momentSchema,
  minutes: z.number().int(),
  perMinute: z.record(daySeriesSchema, countsSchema),
  backlog: z.array(dayBacklogSchema),
  /** Tours that were walked, stock-outs that lasted, at the end of each minute. */
  touring: countsSchema,
  outOfStock: countsSchema,
  spans: z.array(daySpanSchema),
  shorts: z.array(shortPickSchema),
  peaks: z.array(peakSchema),
  lateness: z.array(latenessSchema),
})
export type DayHours = z.infer<typeof dayHoursSchema>

/** The answer of `GET /api/days/{day}`: a day of the site's own calendar, and the orders of another to hold it against. */
export const daySchema = dayHoursSchema.extend({
  day: z.iso.date(),
  ghost: z.object({ day: z.iso.date(), placed: countsSchema }),
})
export type Day = z.infer<typeof daySchema>

/** A line of `GET /api/days`. */
export const dayLineSchema = z.object({
  day: z.iso.date(),
  orders: z.number().int(),
  alerts: z.number().int(),
})
export type DayLine = z.infer<typeof dayLineSchema>
