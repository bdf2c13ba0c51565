import { z } from 'zod'

const moment = z.iso.datetime()
const count = z.number().int()
const figure = z.number().nullable()
const dayText = z.iso.date()

export const figureIdSchema = z.enum([
  ...(['orders-in', 'orders-picked', 'orders-packed', 'orders-shipped'] as const),
  ...(['on-time-shipping', 'fill-rate', 'line-rate', 'unit-rate', 'pick-accuracy'] as const),
  ...(['dock-to-stock', 'inventory-accuracy', 'walk-saved', 'stock-outs', 'stock-outs-soon'] as const),
])
export type FigureId = z.infer<typeof figureIdSchema>

const latenessSchema = z.object({ late: count, 'at-risk': count, 'on-time': count })

/** A site's day in figures: the answer of `GET /api/figures?site=`. What is only known now is null or empty of a past day. */
export const dayFiguresSchema = z.object({
  site: z.string(),
  name: z.string(),
  day: dayText,
  now: moment,
  /** The site's midnight. */
  since: moment,
  figures: z.array(
    z.object({
      id: figureIdSchema,
      value: figure,
      /** Of the 28 days before, oldest first. */
      trend: z.array(figure),
      /** Of the same weekday a week ago: the whole day, or for counts of today what it had by this time. */
      weekAgo: figure,
      /** What it is to be; null where it has no target. */
      target: figure,
      /** Said by the site, and not what is usual. */
      isOwnTarget: z.boolean(),
    }),
  ),
  /** Orders in each hour of the day by the site's clock, 24. */
  byHour: z.array(count),
  /** Null: neither a plan nor a past. `byHour` is orders expected in each hour. */
  plan: z
    .object({ orders: count, isOwn: z.boolean(), byHour: z.array(z.number()), expectedNow: z.number() })
    .nullable(),
  /** Each carrier's next departure: parcels promised to it that wait, orders due before it, and those of them that may miss it. */
  cutOffs: z.array(
    z.object({ carrier: z.string(), at: moment, parcels: count, orders: count, atRisk: count }),
  ),
  risk: latenessSchema.extend({
    /** Of the whole hall; null where nothing is known. */
    linesPerHour: figure,
    /** Late ones and those at risk, most urgent first. */
    orders: z.array(
      z.object({
        orderNumber: z.string(),
        lateness: z.enum(['late', 'at-risk']),
        dueAt: moment,
        readyAt: moment.nullable(),
        linesLeft: count,
      }),
    ),
  }),
  /** The queue that stands worst; null while all are healthy. */
  queue: z
    .object({ name: z.string(), state: z.string(), message: z.string(), ordersAffected: count })
    .nullable(),
  /** Null where nothing was scanned for an hour. */
  belt: z.object({ perMinute: z.number(), noReadShare: z.number() }).nullable(),
})
export type DayFigures = z.infer<typeof dayFiguresSchema>

/** A row a site: the answer of `GET /api/figures` without a site. Hours are at most a minute old. */
export const siteFiguresSchema = z.object({
  items: z.array(
    z.object({
      site: z.string(),
      name: z.string(),
      day: dayText,
      since: moment,
      figures: z.record(figureIdSchema, figure),
      risk: latenessSchema,
      /** Alerts that are not over. */
      alerts: count,
    }),
  ),
  now: moment,
})
export type SiteFigures = z.infer<typeof siteFiguresSchema>

/** What a figure is to be: `usual` while the site has said nothing else. */
export const targetListSchema = z.object({
  items: z.array(
    z.object({
      figure: figureIdSchema,
      target: figure,
      usual: figure,
      changedBy: z.string().nullable(),
      changedAt: moment.nullable(),
    }),
  ),
})
export type TargetList = z.infer<typeof targetListSchema>

/** The body of `PUT /api/targets`: shares from 0 to 1, the rest in the figure's unit; null is back to what is usual. */
export const targetsRequestSchema = z.strictObject({
  site: z.string().min(1).max(64),
  targets: z
    .array(z.strictObject({ figure: figureIdSchema, target: z.number().nullable() }))
    .min(1)
    .max(50),
})
export type TargetsRequest = z.infer<typeof targetsRequestSchema>

const weekday = z.number().int().min(1).max(7)
const orders = z.number().int().min(0).max(1_000_000)

/** The body of `PUT /api/plan`; without orders the plan is taken away, and what the last four weeks brought holds. */
export const planRequestSchema = z.strictObject({
  site: z.string().min(1).max(64),
  /** ISO: 1 is Monday. */
  weekday,
  orders: orders.nullable(),
  /** Percent in each hour of the day; left out: as the last four weeks had it. */
  curve: z
    .array(z.number().min(0).max(100))
    .length(24)
    .refine(
      (shares) => Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) < 0.5,
      'does not add up to 100',
    )
    .optional(),
})
export type PlanRequest = z.infer<typeof planRequestSchema>

export const planSchema = z.object({
  items: z.array(
    z.object({ weekday, orders, curve: z.array(z.number()), changedBy: z.string(), changedAt: moment }),
  ),
})
export type Plan = z.infer<typeof planSchema>
