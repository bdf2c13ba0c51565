import { z } from 'zod'
import { actionSchema, becauseSchema, boxKindSchema, keptDecisionSchema, outcomeSchema } from './schema'

const momentSchema = z.iso.datetime({ offset: true })
const code = z.string().max(64)

/** A decision as it is listed, with what follows from it. */
export const listedDecisionSchema = keptDecisionSchema.extend({
  /** Where the box had to go: the lane of a divert, the exception lane of a reject; null for one that stays on. */
  assignedLane: z.string().nullable(),
  /** It was read, and went into another lane than it was sent to. */
  misSort: z.boolean(),
})
export type ListedDecision = z.infer<typeof listedDecisionSchema>

export const decisionListSchema = z.object({
  items: z.array(listedDecisionSchema),
  nextCursor: z.string().nullable(),
})
export type DecisionList = z.infer<typeof decisionListSchema>

export const fateSchema = z.enum([...outcomeSchema.options, 'unconfirmed'])
export type Fate = z.infer<typeof fateSchema>

/** What decisions are narrowed by. */
export const decisionFilterSchema = z.object({
  sorter: code.optional(),
  scanner: code.optional(),
  /** Where boxes had to go; of a reject, the sorter's exception lane. */
  lane: code.optional(),
  action: actionSchema.optional(),
  because: becauseSchema.optional(),
  outcome: fateSchema.optional(),
  misSort: z.stringbool().optional(),
  barcode: z.string().trim().max(200).optional(),
  /** By when it was decided: from included, to not. */
  from: momentSchema.optional(),
  to: momentSchema.optional(),
})
export type DecisionFilter = z.infer<typeof decisionFilterSchema>

export const boxStateSchema = z.enum(['expected', 'arrived', 'lost', 'cancelled'])
export type BoxState = z.infer<typeof boxStateSchema>

/** One box: where it must go, and every scan of it, oldest first. */
export const boxPathSchema = z.object({
  site: z.string(),
  barcode: z.string(),
  orderNumber: z.string().nullable(),
  /** As it was announced; null for a label that was read though nobody announced it. */
  box: z
    .object({
      kind: boxKindSchema,
      destination: z.string(),
      promisedAt: momentSchema.nullable(),
      state: boxStateSchema,
      lane: z.string().nullable(),
      createdAt: momentSchema,
    })
    .nullable(),
  decisions: z.array(listedDecisionSchema),
  /** Scans that are older than those shown. */
  olderScans: z.number().int(),
})
export type BoxPath = z.infer<typeof boxPathSchema>

/** How often things happened to boxes that were scanned within a time. */
const talliesSchema = z.object({
  scans: z.number().int(),
  diverted: z.number().int(),
  passed: z.number().int(),
  recirculated: z.number().int(),
  rejected: z.number().int(),
  noReads: z.number().int(),
  tooLate: z.number().int(),
  /** Confirmed in a lane, whichever. */
  arrived: z.number().int(),
  missed: z.number().int(),
  lost: z.number().int(),
  misSorts: z.number().int(),
})
export type BeltTallies = z.infer<typeof talliesSchema>

/** From a scan's arrival to its answer; null where nothing was decided. */
const decisionMicrosSchema = z
  .object({ p50: z.number(), p95: z.number(), p99: z.number(), max: z.number() })
  .nullable()
export type DecisionMicros = z.infer<typeof decisionMicrosSchema>

export const beltBucketSchema = talliesSchema.extend({
  at: momentSchema,
  decisionMicros: decisionMicrosSchema,
  /** Rejects by why. */
  rejectedBecause: z.partialRecord(becauseSchema, z.number().int()),
})
export type BeltBucket = z.infer<typeof beltBucketSchema>

/** What happened on a site's belts over time: each step of it, all of it, and all of it by scanner and by lane. */
export const beltSeriesSchema = z.object({
  site: z.string(),
  sorter: z.string().nullable(),
  from: momentSchema,
  to: momentSchema,
  stepSeconds: z.number().int(),
  /** Every step between `from` and `to`, also those in which nothing came. */
  buckets: z.array(beltBucketSchema),
  total: talliesSchema.extend({
    decisionMicros: decisionMicrosSchema,
    rejectedBecause: z.partialRecord(becauseSchema, z.number().int()),
  }),
  scanners: z.array(
    talliesSchema.extend({ scanner: z.string(), sorter: z.string(), decisionMicros: decisionMicrosSchema }),
  ),
  /** By the lane that boxes had to go to. */
  lanes: z.array(
    talliesSchema
      .pick({ scans: true, arrived: true, missed: true, lost: true, misSorts: true })
      .extend({ lane: z.string(), sorter: z.string() }),
  ),
})
export type BeltSeries = z.infer<typeof beltSeriesSchema>
